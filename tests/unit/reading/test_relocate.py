"""Spans in claims are moved to where the words stand in the captured text."""

from habeas.model.claim import EventClaim
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Quote, Span
from habeas.model.rendition import OffsetMap, Run, identity
from habeas.model.vocabulary import EventKind
from habeas.model.written_date import WrittenDate
from habeas.reading.relocate import relocated

# Five characters of markup stand before the text.
SHIFTED = OffsetMap((Run(0, 5, 40, 40),))


def event(**slots: object) -> EventClaim:
    quote = Quote("7f3a", Span(5, 20), "Olha B. was held")
    return EventClaim(event=EventKind.HELD, quote=quote, **slots)  # type: ignore[arg-type]


def test_mentions_and_dates_are_moved_and_the_quote_is_not() -> None:
    olha = Mention("Olha B.", MentionKind.PERSON, Span(0, 7))
    date = WrittenDate(PartialDate("2021-05"), "May 2021", Span(12, 20))
    moved = relocated(event(persons=(olha,), date=date), SHIFTED)
    assert moved.persons[0].span == Span(5, 12)
    assert moved.date is not None
    assert moved.date.span == Span(17, 25)
    assert moved.quote.span == Span(5, 20)


def test_a_claim_on_text_that_was_not_changed_stays_the_same_value() -> None:
    claim = event(persons=(Mention("Olha B.", MentionKind.PERSON, Span(0, 7)),))
    assert relocated(claim, identity(40)) is claim


def test_a_claim_without_places_stays_the_same_value() -> None:
    claim = event(date=WrittenDate(PartialDate("2021")))
    assert relocated(claim, SHIFTED) is claim
