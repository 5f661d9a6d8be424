"""Words that can be noun or verb are decided by what stands around them."""

import pytest

from habeas.reading.frames.words import Pos
from tests.apart import part_of_speech


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Police charges were dropped.", "charges", Pos.NOMINAL),
        ("The ministry charges him with theft.", "charges", Pos.VERB),
        ("The ministry's press service reports.", "reports", Pos.VERB),
        ("The reports of the ministry were read.", "reports", Pos.NOMINAL),
        ("They were sentenced to short jail terms.", "terms", Pos.NOMINAL),
        ("More than 40 people were held, of whom 12 remain in custody.", "remain", Pos.VERB),
        ("The men held in Melnyk were freed.", "held", Pos.VERB),
        ("The detained men were freed.", "detained", Pos.ADJECTIVE),
        ("The arbitrarily detained journalists were freed.", "detained", Pos.ADJECTIVE),
        ("The ministry condemned it as politically motivated.", "motivated", Pos.NOMINAL),
        ("Those detained were freed.", "detained", Pos.VERB),
        ("He was denied a visa.", "denied", Pos.VERB),
        ("The meeting was held.", "meeting", Pos.NOMINAL),
        ("They are meeting him.", "him", Pos.PRONOUN),
        ("The pact is a tool to make Ostravia comply with its duty.", "comply", Pos.VERB),
        ("They asked her to leave.", "her", Pos.PRONOUN),
        ("They searched her home.", "her", Pos.POSSESSIVE),
        ("It amounted to torture.", "to", Pos.PREPOSITION),
        ("They want to release him.", "to", Pos.TO),
        ("He is held as a hostage.", "as", Pos.PREPOSITION),
        ("He was held as he left the house.", "as", Pos.SUBORDINATOR),
        ("The men that were held are free.", "that", Pos.RELATIVE),
        ("They said that he was held.", "that", Pos.SUBORDINATOR),
        ("He was arrested on 3 May 2020.", "may", Pos.DATE),
        ("He may be arrested.", "may", Pos.MODAL),
        ("Three soldiers were each sentenced.", "each", Pos.ADVERB),
        ("He opened its first Summit.", "first", Pos.ADJECTIVE),
        ("The weekly was closed.", "weekly", Pos.NOMINAL),
        ("He was secretly tried.", "secretly", Pos.ADVERB),
    ],
)
def test_a_word_is_what_its_neighbours_make_of_it(text: str, word: str, wanted: Pos) -> None:
    assert part_of_speech(text, word) is wanted
