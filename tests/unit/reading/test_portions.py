"""A long document is read in portions, and left when its time is used up."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from habeas.model.claim import AnyClaim
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition, identity
from habeas.reading.portions import Allotted, Pace, portions
from habeas.text.segments import paragraphs
from tests.tiny_reader import TinyReader

REPORT = "\n\n".join(f"Hanna V{letter}. was arrested at home." for letter in "abcdefgh")


def rendition(text: str = REPORT) -> Rendition:
    return Rendition(
        document=sha256(text.encode()).hexdigest(),
        captured=text,
        text=text,
        offsets=identity(len(text)),
        paragraphs=tuple(paragraphs(text)),
    )


class SlowReader(TinyReader):
    """Takes a second for each time it is asked."""

    def __init__(self) -> None:
        self.now = 0.0

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        self.now += 1
        spans = rendition.paragraphs
        kept = "".join(rendition.text[one.start : one.end].ljust(len(one)) for one in spans)
        claims, problems = super().read(replace(rendition, text=kept))
        return claims[: len(spans)], problems


def test_a_short_document_is_read_whole() -> None:
    assert list(portions(rendition(), Pace())) == [rendition()]


def test_a_long_one_is_read_in_portions_that_leave_nothing_out_and_move_nothing() -> None:
    whole = rendition()
    found = list(portions(whole, Pace(letters=70)))
    assert len(found) > 2
    assert [span for one in found for span in one.paragraphs] == list(whole.paragraphs)
    assert {one.text for one in found} == {whole.text}


def test_the_lists_of_a_long_document_are_a_portion_of_their_own() -> None:
    whole = replace(rendition(), tables=(Span(0, 5),))
    found = list(portions(whole, Pace(paragraphs=4)))
    assert [len(one.tables) for one in found] == [1, 0, 0]
    assert [len(one.paragraphs) for one in found] == [0, 4, 4]


def test_what_was_read_before_the_time_was_up_is_kept_and_the_place_told() -> None:
    reader = SlowReader()
    pace = Pace(paragraphs=2, seconds=2.5, clock=lambda: reader.now)
    claims, _, left = Allotted(pace).read(reader, rendition())
    assert claims
    assert reader.now == 3
    assert left == rendition().paragraphs[6]


def test_a_reader_that_makes_too_many_claims_is_stopped() -> None:
    reader = SlowReader()
    _, _, left = Allotted(Pace(paragraphs=2, claims=1)).read(reader, rendition())
    assert left == rendition().paragraphs[2]


def test_what_one_reader_used_is_not_there_for_the_next() -> None:
    reader = SlowReader()
    allotted = Allotted(Pace(paragraphs=2, seconds=3.5, clock=lambda: reader.now))
    assert allotted.read(reader, rendition())[2] is None
    assert allotted.read(reader, rendition())[2] == rendition().paragraphs[0]
