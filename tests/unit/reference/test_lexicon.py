from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from habeas.model.errors import ReferenceBroken
from habeas.reference import lexicon as loader
from habeas.reference import lexicon_entries
from habeas.reference.files import read
from habeas.reference.lexicon import Phrase, lexicon, phrase

Change = Callable[[str, Any], None]


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch) -> Change:
    """Puts other content in the place of one English file, and loads the lexicon anew."""

    def put(name: str, content: object) -> None:
        file = f"lexicons/en/{name}.yml"

        def changed(asked: str) -> Any:  # noqa: ANN401  # as files.read has it
            return content if asked == file else read(asked)

        monkeypatch.setattr(lexicon_entries, "read", changed)
        monkeypatch.setattr(loader, "read", changed)
        lexicon.__wrapped__("en")

    return put


EVENT = {
    "id": "arrest",
    "kind": "arrested",
    "verbs": ["arrest"],
    "examples": ["Police arrested Olha Petrenko."],
    "not": ["The slide in prices was arrested."],
}


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("arrest", Phrase("arrest")),
        ("hand over", Phrase("hand", ("over",))),
        ("take ~ into custody", Phrase("take", ("into", "custody"), has_gap=True)),
    ],
)
def test_a_phrase_says_where_its_object_stands(written: str, wanted: Phrase) -> None:
    assert phrase(written) == wanted


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"kind": "arested"}, "entry arrest: kind 'arested' is none of arrested, abducted"),
        ({"kind": None}, "entry arrest: kind is missing"),
        ({"verbs": "arrest"}, "entry arrest: verbs is no list of words"),
        ({"verbs": ["arrest", False]}, "entry arrest: verbs is no list of words"),
        ({"examples": []}, "entry arrest: examples is missing or empty"),
        ({"not": []}, "entry arrest: not is missing or empty"),
        ({"object": "somebody"}, "entry arrest: object 'somebody' is none of persons"),
        ({"needs": ["term"]}, "entry arrest: needs is no word"),
        ({"colour": "red"}, "entry arrest: there is no part colour in such an entry"),
    ],
)
def test_a_broken_entry_is_named_with_its_fault(
    change: Change, changed: dict[str, Any], what: str
) -> None:
    with pytest.raises(ReferenceBroken, match=f"lexicons/en/events.yml, {what}"):
        change("events", [{**EVENT, **changed}])


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ({"arrest": EVENT}, "the file is no list of entries"),
        (["arrest"], "entry 1: is no entry with named parts"),
        ([{"verbs": ["arrest"]}], "entry 1: id is missing"),
        ([EVENT, EVENT], "entry arrest: the id stands twice"),
    ],
)
def test_a_file_of_another_shape_is_refused(change: Change, content: object, what: str) -> None:
    with pytest.raises(ReferenceBroken, match=what):
        change("events", content)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (["the"], "the file is no set of word lists"),
        ({"articles": "the"}, "entry articles: articles is no list of words"),
    ],
)
def test_word_lists_of_another_shape_are_refused(
    change: Change, content: object, what: str
) -> None:
    with pytest.raises(ReferenceBroken, match=what):
        change("constructions", content)


def test_a_pattern_that_is_none_is_refused(change: Change) -> None:
    entry = {"id": "age", "pattern": "(", "examples": ["("], "not": ["x"]}
    with pytest.raises(ReferenceBroken, match="entry age: pattern is no pattern: missing"):
        change("patterns", [entry])


def test_furniture_without_a_pattern_is_refused(change: Change) -> None:
    entry = {"id": "memo", "examples": ["Memo"], "not": ["Memoir"]}
    with pytest.raises(ReferenceBroken, match="entry memo: start is missing"):
        change("furniture", [entry])


def test_a_flag_that_is_no_yes_or_no_is_refused(change: Change) -> None:
    entry = {"id": "memo", "whole": "memo", "case": "yes", "examples": ["memo"], "not": ["x"]}
    with pytest.raises(ReferenceBroken, match="entry memo: case is neither true nor false"):
        change("furniture", [entry])


def test_verbs_without_a_part_are_refused(change: Change) -> None:
    with pytest.raises(ReferenceBroken, match=r"lexicons/en/verbs.yml.*'doubling' is missing"):
        change("verbs", {"irregular": {}, "regular": ""})


def test_a_word_knows_all_it_is_used_for() -> None:
    assert {"object_or_owner", "person_pronouns", "female_pronouns"} <= lexicon("en").uses["her"]


def test_words_near_a_trigger_are_found_whole_and_in_any_case() -> None:
    fine = next(one.pattern for one in lexicon("en").penalties if one.kind == "fine")
    assert fine.search("A FINE of 500 crowns")
    assert not fine.search("a confined space")
