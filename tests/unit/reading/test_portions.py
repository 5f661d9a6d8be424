"""A long document is read in portions, and left when its time is used up."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from habeas.model.quote import Span
from habeas.model.rendition import Rendition, identity
from habeas.reading.portions import Allotted, Pace, portions
from habeas.text.segments import paragraphs

REPORT = "\n\n".join(f"Hanna V{letter}. was arrested at home." for letter in "abcdefgh")


def rendition(text: str = REPORT) -> Rendition:
    return Rendition(
        document=sha256(text.encode()).hexdigest(),
        captured=text,
        text=text,
        offsets=identity(len(text)),
        paragraphs=tuple(paragraphs(text)),
    )


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


def taken(allotted: Allotted, claims_each: int = 0) -> int:
    count = 0
    for _ in allotted.portions(rendition()):
        count += 1
        allotted.claims += claims_each
    return count


def ticking() -> Callable[[], float]:
    """A clock on which a second passes each time somebody looks."""
    ticks = iter(range(100))
    return lambda: float(next(ticks))


def test_when_the_time_is_up_the_place_is_told() -> None:
    allotted = Allotted(Pace(paragraphs=2, seconds=2.5, clock=ticking()))
    assert taken(allotted) == 3
    assert allotted.left == rendition().paragraphs[6]


def test_a_document_that_makes_too_many_claims_is_left() -> None:
    allotted = Allotted(Pace(paragraphs=2, claims=1))
    assert taken(allotted, claims_each=2) == 1
    assert allotted.left == rendition().paragraphs[2]


def test_a_document_in_time_is_read_to_its_end() -> None:
    allotted = Allotted(Pace(paragraphs=2))
    assert taken(allotted) == 4
    assert allotted.left is None


def test_the_first_portion_is_always_read() -> None:
    assert taken(Allotted(Pace(paragraphs=8, seconds=-1))) == 1
