import re
from dataclasses import fields
from pathlib import Path

import pytest

from docs.generate import FOLDER, PAGES, page
from docs.generate_claims import vocabulary_lists
from docs.generate_commands import walk
from docs.generate_problems import codes
from habeas import wiring
from habeas.cli.show import Kind
from habeas.model.codec import CLAIM_KINDS
from habeas.settings import Settings
from tests.architecture.miniature import PROJECT

DOCS = PROJECT / "docs"


def text_of(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_no_reference_page_is_stale(name: str) -> None:
    assert text_of(name) == page(name), "try: make docs"


def test_every_command_is_documented_with_an_example() -> None:
    for path, command in walk():
        assert f"## `{path}`" in text_of("commands.md")
        assert command.help, path
        is_group = hasattr(command, "commands")
        assert is_group or "habeas" in (command.epilog or ""), f"{path} has no example"


def test_every_option_says_what_it_is() -> None:
    silent = [
        f"{path} {one.name}" for path, command in walk() for one in command.params if not one.help
    ]
    assert not silent


def test_every_example_in_the_help_is_a_command_there_is() -> None:
    paths = {path for path, _ in walk()}
    for path, command in walk():
        examples = re.findall(r"^\s*(habeas .*)$", command.epilog or "", re.MULTILINE)
        for line in examples:
            words = line.split()
            assert " ".join(words[:2]) in paths, f"{path}: {line}"
            if words[1] == "show":
                assert " ".join(words[:3]) in paths, f"{path}: {line}"


def test_every_setting_is_documented() -> None:
    for setting in fields(Settings):
        assert f"## `{setting.name}`" in text_of("settings.md")


def test_every_reader_is_documented_with_what_it_reads() -> None:
    for reader in wiring.all_readers():
        assert f"## `{reader.name}`" in text_of("readers.md")
    for renderer in wiring.all_renderers():
        assert f"## `{renderer.name}`" in text_of("readers.md")


def test_every_claim_kind_is_documented_and_can_be_listed() -> None:
    for name in CLAIM_KINDS:
        assert f"## `{name}`" in text_of("claims.md")
    assert {kind.value for kind in Kind} == CLAIM_KINDS.keys()


def test_every_word_of_the_vocabulary_is_documented() -> None:
    text = text_of("vocabulary.md")
    for words in vocabulary_lists():
        assert f"## {words.__name__}" in text
        for word in words:
            assert f"- `{word.value}`" in text


def test_problem_codes_are_found_in_the_source() -> None:
    assert {"empty-file", "no-text", "blob-altered", "reader-failed", "vanished"} <= codes().keys()


@pytest.mark.parametrize(
    "path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.relative_to(DOCS).as_posix()
)
def test_every_link_in_the_docs_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path}: {target}"


@pytest.mark.parametrize("path", sorted((DOCS / "how-to").glob("*.md")), ids=lambda path: path.name)
def test_every_command_and_option_in_a_how_to_is_there(path: Path) -> None:
    known = dict(walk())
    lines = re.findall(r"^habeas .*(?:\\\n.*)*", path.read_text("utf-8"), re.MULTILINE)
    for line in lines:
        words = line.replace("\\\n", " ").split()
        command = known.get(" ".join(words[:3])) or known[" ".join(words[:2])]
        options = {name for one in command.params for name in one.opts}
        given = {word for word in words if word.startswith("--")}
        assert given <= options, line
