"""One word, one meaning (STYLE.md): the names in the code keep to the words of the house."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE, modules, names, tree


@dataclass(frozen=True)
class Word:
    """A word that has another meaning here; `rooms` is where it is wrong: all, when empty."""

    word: str
    instead: str
    rooms: tuple[str, ...] = ()


WORDS = [
    Word("utils?|helpers?|managers?|misc", "the name of what it does"),
    Word("data[0-9]|tmp[0-9]?", "what the value is"),
    Word("judgements?", "judgment for a court's, decision for a reviewer's"),
    Word("interventions?", "action"),
    Word("sentences?", "segment: a sentence is a penalty", ("text",)),
    Word("judgments?", "decision: a judgment is a court's", ("ledger", "workflows", "stores")),
    Word("releases?", "edition or version: a release is of a person", ("publish", "stores")),
]


def parts(name: str) -> list[str]:
    """The words of a name in either style.

    >>> parts("AppealCourt"), parts("_as_of_date"), parts("HTMLPage")
    (['appeal', 'court'], ['as', 'of', 'date'], ['html', 'page'])
    """
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return [part for part in spaced.lower().split("_") if part]


def misused(word: Word, *, place: str, name: str) -> bool:
    here = not word.rooms or place.split("/", maxsplit=1)[0] in word.rooms
    return here and any(re.fullmatch(word.word, part) for part in parts(name))


def named() -> Iterator[tuple[str, str]]:
    """Every name in the source with the place it stands in: modules, and what they define."""
    for path in modules():
        place = path.relative_to(SOURCE).as_posix()
        yield place, path.stem
        yield from ((place, name) for name in names(tree(path)))


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.word)
def test_the_names_keep_to_the_words_of_the_house(word: Word) -> None:
    wrong = {f"{place}: {name}" for place, name in named() if misused(word, place=place, name=name)}
    assert not wrong, f"say instead: {word.instead}"


@pytest.mark.parametrize(
    ("place", "name"),
    [("ledger/x.py", "date_utils"), ("text/x.py", "SentenceSplitter"), ("stores/x.py", "tmp2")],
)
def test_a_drawer_or_a_borrowed_word_is_seen(place: str, name: str) -> None:
    assert any(misused(word, place=place, name=name) for word in WORDS)


@pytest.mark.parametrize(
    ("place", "name"),
    [("model/x.py", "Sentence"), ("model/x.py", "release"), ("text/x.py", "data")],
)
def test_a_word_in_its_own_room_is_left_alone(place: str, name: str) -> None:
    assert not any(misused(word, place=place, name=name) for word in WORDS)


def test_no_room_is_empty() -> None:
    rooms = [path for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert not [room.name for room in rooms if not has_something(room)]


def has_something(room: Path) -> bool:
    return any(path.name != "__init__.py" for path in room.rglob("*.py"))
