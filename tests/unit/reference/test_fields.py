from __future__ import annotations

import re
from pathlib import Path

import pytest

from habeas.model.attribute import Attribute
from habeas.model.vocabulary import CustodyStatus
from habeas.reference.fields import Field, Flag, flags_of, is_home, registers, statuses, union
from habeas.reference.files import read

FIELDS = read("fields.yml")
UNION = Path(__file__).parents[4] / "shared/facts/users.md"
FLAGS = {"R": Flag.REPEATABLE, "T": Flag.TIME_VARYING, "C": Flag.COMPETING, "S": Flag.SENSITIVE}

with_the_union = pytest.mark.skipif(
    not UNION.exists(), reason="the research the union was made from is kept elsewhere"
)


def section() -> str:
    return UNION.read_text(encoding="utf-8").split("## 4.")[1].split("## 5.")[0]


def rows() -> list[list[str]]:
    """The rows of the union as researched: group, field, flags, registers."""
    found: list[list[str]] = []
    for line in section().splitlines():
        if line.startswith("|") and not line.startswith(("|---", "| Group")):
            cells = [cell.strip().replace("**", "") for cell in line.strip("|").split("|")]
            cells[0] = cells[0].removesuffix(" (many)").removesuffix(" (many per person)")
            found.append([cells[0] or found[-1][0], *cells[1:]])
    return found


def test_the_union_has_fifty_rows_of_eleven_groups() -> None:
    assert len(FIELDS["rows"]) == 50
    assert len({entry["row"] for entry in FIELDS["rows"]}) == 50
    assert len({field.group for field in union()}) == 11


@pytest.mark.parametrize("field", union(), ids=lambda field: field.name)
def test_every_field_has_a_home_in_the_model(field: Field) -> None:
    homes = field.homes
    assert homes
    assert [home for home in homes if not is_home(home)] == []


@pytest.mark.parametrize(
    "home", ["Attribute.colour", "Charge.colour", "Cat.article", "nothing", "Attribute", ""]
)
def test_a_home_that_is_not_in_the_model_is_seen(home: str) -> None:
    assert not is_home(home)


def test_every_attribute_that_registers_hold_is_at_home_somewhere() -> None:
    """Education comes from HURIDOCS; who occupies a place is no field of a person."""
    homes = {home for field in union() for home in field.homes}
    missing = {each for each in Attribute if f"Attribute.{each.value}" not in homes}
    assert missing == {Attribute.EDUCATION, Attribute.OCCUPIED_BY}


def test_the_registers_that_hold_a_field_are_named() -> None:
    """CPJ's census holds no field of its own: it is one of "all"."""
    named = {short for field in union() for short in field.held_by}
    assert named == {*registers(), "all"} - {"Cp"}


def test_flags_of_an_attribute_are_those_of_its_rows() -> None:
    assert flags_of(Attribute.HEALTH) == {Flag.REPEATABLE, Flag.TIME_VARYING, Flag.SENSITIVE}
    assert flags_of(Attribute.SEX) == frozenset()


@with_the_union
def test_every_row_of_the_research_stands_here_and_no_other() -> None:
    ours = [(entry["group"], entry["row"]) for entry in FIELDS["rows"]]
    assert ours == [(group, row) for group, row, *_ in rows()]


@with_the_union
def test_flags_and_registers_are_those_of_the_research() -> None:
    for entry, (_, row, flags, held_by) in zip(FIELDS["rows"], rows(), strict=True):
        assert entry.get("flags", []) == [FLAGS[letter].value for letter in flags.split()], row
        bare = re.sub(r"\(.*?\)", "", held_by)
        assert entry["held_by"] == re.findall(r"[\w-]+", bare), row


@with_the_union
def test_the_single_fields_together_are_the_words_of_their_row() -> None:
    def words(text: str) -> set[str]:
        return set(re.findall(r"\w+", text))

    for entry in FIELDS["rows"]:
        assert words(" ".join(entry["fields"])) >= words(entry["row"]) - {"and"}, entry["row"]


def needed_statuses() -> list[str]:
    """The status words registers need, as researched: "released-a/b/c" is three of them."""
    (line,) = (line for line in section().splitlines() if line.startswith("Status values needed"))
    listed = line.split(":", maxsplit=1)[1].split(". CTRC")[0]
    found = []
    for word in (part.strip().strip('"') for part in listed.split(";")):
        forms = word.removeprefix("released-").split("/")
        found += [f"released-{form}" for form in forms] if word.startswith("released-") else [word]
    return found


@with_the_union
def test_every_status_word_of_the_research_has_its_status() -> None:
    words = needed_statuses()
    assert len(words) == 24
    assert [word for word in words if len(statuses(word, register="union")) != 1] == []
    assert set(FIELDS["status_words"]["union"]) == set(words)


def test_the_union_of_status_words_is_the_vocabulary() -> None:
    used = [each for word in FIELDS["status_words"]["union"] for each in statuses_of(word)]
    assert sorted(used) == sorted(CustodyStatus)


def statuses_of(word: str) -> tuple[CustodyStatus, ...]:
    return statuses(word, register="union")


@pytest.mark.parametrize(
    ("register", "words"),
    [
        ("Ct", ["colony", "restrictions/probation", "pre-trial", "released", "persecuted"]),
        ("Om", ["serving", "SIZO", "trial", "no status"]),
        ("Aa", ["in prison", "facing trial", "released"]),
    ],
)
def test_the_status_words_of_a_register_have_their_statuses(
    register: str, words: list[str]
) -> None:
    assert sorted(FIELDS["status_words"][register]) == sorted(words)
    assert all(statuses(word, register=register) for word in words)


def test_a_word_that_a_register_does_not_use_has_no_status() -> None:
    assert statuses("colony", register="Aa") == ()
    assert statuses("colony", register="nobody") == ()
