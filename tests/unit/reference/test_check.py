from __future__ import annotations

import importlib.resources
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.model.errors import ReferenceBroken
from habeas.model.place import PlaceKind
from habeas.reference import check, files
from habeas.reference.bodies import BodyKind
from habeas.reference.files import read


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The authority files in a folder where they may be spoiled."""
    with importlib.resources.as_file(importlib.resources.files("habeas.reference")) as real:
        only = shutil.ignore_patterns("*.py", "__pycache__", "lexicons")
        shutil.copytree(real, tmp_path / "reference", ignore=only)
    monkeypatch.setattr(files, "_root", lambda: tmp_path / "reference")
    files.read.cache_clear()
    yield tmp_path / "reference"
    files.read.cache_clear()


def test_the_files_that_ship_have_no_fault() -> None:
    assert check.faults() == ()
    check.prove()


SPOILED = [
    ("states.yml", "iso2: RU\n", "iso2: ru\n", "does not match"),
    ("states.yml", "iso2: RU\n", "iso2: RS\n", "stands twice"),
    ("states.yml", "- iso2: AD\n", "- iso2: ZZ\n", "out of order"),
    ("states.yml", "  iso3: RUS\n", "  iso3: RUS\n  iso3: RUS\n", "the key 'iso3' stands twice"),
    ("states.yml", "metonyms: [Ottawa]", "metonyms: [Ottawa, Ottawa]", "stands twice"),
    ("states.yml", "metonyms: [Ottawa]", "capital: [Ottawa]", "there is no 'capital' here"),
    ("states.yml", "weak: {Georgia:", "weak: {Gruzia:", "'Gruzia' is not known there"),
    ("states.yml", "ambiguous: [Korea, ", "ambiguous: [", "'Korea' is a name of"),
    ("states.yml", "other_names: [UAE,", "ambiguous: [UAE]\n  other_names: [UAE,", "one meaning"),
    ("bodies.yml", "within: coe", "within: cow", "'cow', which is nowhere"),
    ("bodies.yml", "state: CA", "state: XX", "'XX' is no state"),
    ("bodies.yml", "  source: https://khpg.org/en/1608813782\n", "", "has no source"),
    ("bodies.yml", "other_names: [HRW]", "other_names: [HRW, CPJ]", "'CPJ' is a name of"),
    ("body_words.yml", "weak: {Administration:", "weak: {Administratio:", "not known"),
    ("gazetteer/ua_crimea.yml", "since: 2014-02-20", "since: 2014-02-31", "not a date|is not"),
    ("gazetteer/ua_crimea.yml", "true}]", "true}], source: X", None),
    ("gazetteer/ua_crimea.yml", "within: ua-crimea,", "within: ua-crime,", "nowhere"),
    ("gazetteer/ua_crimea.yml", "id: ua-crimea-alupka", "id: ru-crimea-alupka", "begin with"),
    ("gazetteer/by.yml", ", unverified: true}", "}", "has no source"),
    ("gazetteer/ua_other.yml", "until: 2022-11,", "until: 2021-11,", "before it begins"),
    ("gazetteer/ua_other.yml", "name: Kyiv,", "name: Simferopol,", "'Simferopol' is a name of"),
    ("names/given.yml", "    Aisha ", "    Zzisha ", "out of order"),
    ("names/given.yml", "not_names: [", "not_names: [Aisha, ", "among those that are none"),
    ("names/surnames.yml", "examples: [Petrenko", "examples: [Petrenka", "does not end so"),
    ("codes/huridocs.yml", "kind: abducted", "kind: stolen", "is no kind of ours"),
    ("codes/huridocs.yml", "kinds: [pardoned]", "kinds: [pardoned, held]", "a reason why it has"),
    ("codes/plover.yml", "kinds: [tried]", "kinds: [died]", "no code, and no reason"),
    ("fields.yml", "plea: Attribute.plea", "plea: Attribute.plead", "no Attribute.plead"),
    ("fields.yml", "held_by: [Fo]", "held_by: [Foo]", "'Foo' is not known"),
    ("fields.yml", "SIZO: [remand]", "SIZO: [remanded]", "'remanded' is not known"),
]


@pytest.mark.parametrize(("file", "old", "new", "what"), SPOILED)
def test_a_spoiled_file_is_named_with_what_is_wrong(
    copied: Path, file: str, old: str, new: str, what: str | None
) -> None:
    """One spot at a time; `what` None: a thing that may be left out."""
    path = copied / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = list(check.of_file(file)) or list(check.shared_names())
    if what is None:
        assert found == []
    else:
        assert [fault for fault in found if re.search(what, fault.what)]


def test_a_file_nobody_knows_is_named(copied: Path) -> None:
    (copied / "colours.yml").write_text("[red, blue]\n")
    (fault,) = check.faults()
    assert (fault.file, fault.what) == ("colours.yml", "no schema is known for this file")


def test_every_fault_of_a_file_is_found_at_once(copied: Path) -> None:
    path = copied / "bodies.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("within: coe", "within: cow"), encoding="utf-8")
    assert len(check.faults()) == text.count("within: coe") > 2
    with pytest.raises(ReferenceBroken, match=r"bodies\.yml, entry .*'cow'"):
        check.prove()


def test_the_schemas_know_the_kinds_of_the_model() -> None:
    bodies = read("schemas/bodies.yml")["items"]["properties"]["kind"]["enum"]
    assert bodies == sorted(kind.value for kind in BodyKind)
    places = read("schemas/gazetteer.yml")["items"]["properties"]["kind"]["enum"]
    assert places == sorted(kind.value for kind in PlaceKind)
