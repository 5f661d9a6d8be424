"""A sentence is cut into phrases, and what belongs together is together."""

import pytest

from tests.apart import cut, phrases


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Police in Melnyk detained two men on Friday.",
            "police | in | melnyk | detained | two men | on | friday | .",
        ),
        ("He had not been released.", "he | had not been released | ."),
        ("He was allegedly beaten.", "he | was allegedly beaten | ."),
        ("Velmora's army held him.", "velmora | 's army | held | him | ."),
        (
            "a court released on bail two activists",
            "a court | released | on | bail | two activists",
        ),
        ("They freed dozens of prisoners.", "they | freed | dozens of prisoners | ."),
        ("About 40 men were held.", "about 40 men | were held | ."),
        ("Three other members were held.", "three other members | were held | ."),
        (
            "on politically motivated charges",
            "on | politically motivated charges",
        ),
        ('They read the "Melnyk Pact" aloud.', "they | read | the melnyk pact | aloud | ."),
        ("citizens of Velmora were held", "citizens of velmora | were held"),
        ("in parts of Donbas", "in | parts of donbas"),
        ("the activist Ivan Bondar on Friday", "the activist ivan bondar | on | friday"),
        ("There are 110 prisoners.", "there are | 110 prisoners | ."),
    ],
)
def test_a_sentence_is_cut_into_phrases(text: str, wanted: str) -> None:
    assert cut(text) == wanted


def test_every_word_is_in_exactly_one_phrase() -> None:
    text = 'About 40 of the "Free Press" reporters, he said, were (again) held in parts of Crimea.'
    words = [word.text for chunk in phrases(text) for word in chunk.words]
    assert "".join(words) == text.replace(" ", "").replace('"FreePress"', "FreePress")


def test_a_phrase_knows_its_owner_and_what_it_is_of() -> None:
    chunks = {chunk.lower: chunk for chunk in phrases("Velmora's officers of the police left.")}
    officers = chunks["'s officers"]
    assert officers.owner is chunks["velmora"]
    assert officers.tail is chunks["the police"]


def test_a_pronoun_owns_too() -> None:
    arrest = phrases("His arrest was denied.")[0]
    assert arrest.possessor is not None
    assert arrest.possessor.lower == "his"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He was arrested.", True),
        ("Police had arrested him.", False),
        ("He is being held.", True),
        ("Police are holding him.", False),
    ],
)
def test_a_verb_group_knows_whether_it_is_suffered(text: str, wanted: bool) -> None:  # noqa: FBT001
    assert next(chunk for chunk in phrases(text) if chunk.is_verb).is_passive is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("to release him", False),
        ("being held in Melnyk", False),
        ("men held in Melnyk", True),
        ("he holds him", True),
        ("holding him", False),
    ],
)
def test_a_verb_group_knows_whether_it_makes_a_sentence(text: str, wanted: bool) -> None:  # noqa: FBT001
    assert next(chunk for chunk in phrases(text) if chunk.is_verb).is_finite is wanted
