from pathlib import Path

from tests.docs.console import masked, renewed, steps

PAGE = "Say it:\n\n```console\n$ echo one\none\n$ echo two; exit 3\ntwo\n```\n\nDone.\n"


def run(page: str, folder: Path) -> str:
    return renewed(page, folder=folder, environment={})


def test_a_page_whose_output_holds_stays_as_it_is(tmp_path: Path) -> None:
    assert run(PAGE, tmp_path) == PAGE


def test_output_that_has_changed_is_renewed(tmp_path: Path) -> None:
    assert run(PAGE.replace("\ntwo\n", "\nthree\nfour\n"), tmp_path) == PAGE


def test_what_is_volatile_stays_as_the_page_has_it(tmp_path: Path) -> None:
    page = "```console\n$ echo at 2026-01-01T10:00:00Z\nat 2020-12-31T23:59:00Z\n```\n"
    assert run(page, tmp_path) == page


def test_a_claim_id_is_not_volatile() -> None:
    assert masked("claim 3f9a21c0 of 2023-03-14") == "claim 3f9a21c0 of 2023-03-14"


def test_a_command_may_go_on_in_the_next_line() -> None:
    (first, second) = steps("$ echo one \\\n    two\none two\n$ true\n")
    assert first.command == "$ echo one \\\n    two"
    assert first.shown == ("one two",)
    assert second.shown == ()


def test_commands_of_one_page_share_their_folder(tmp_path: Path) -> None:
    page = "```console\n$ echo x > file\n```\n\n```console\n$ cat file\nx\n```\n"
    assert run(page, tmp_path) == page
