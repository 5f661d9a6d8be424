"""The small nouns: lengths of time, places in a text, names, decisions, actors, problems."""

from datetime import UTC, datetime

import pytest

from habeas.model.actor import Actor
from habeas.model.claim import Reading
from habeas.model.decision import Choice, Decision
from habeas.model.document import Custody, DateBasis, Document
from habeas.model.duration import Duration
from habeas.model.entry import GENESIS
from habeas.model.errors import ValueMalformed
from habeas.model.finding import StandardOfProof
from habeas.model.grade import Credibility, Reliability
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.person import Episode, HeldValue, Stage
from habeas.model.problem import Problem, Severity
from habeas.model.quote import Quote, Span
from habeas.model.source import Source
from habeas.model.vocabulary import EventKind, ReleaseForm
from habeas.model.written_date import Anchor, WrittenDate


@pytest.mark.parametrize(
    ("text", "months", "days", "hours"),
    [
        ("P8Y", 96, 0, 0),
        ("P3Y6M", 42, 0, 0),
        ("P15D", 0, 15, 0),
        ("P2W", 0, 0, 0),
        ("PT12H", 0, 0, 12),
        ("P1Y2M3W4DT5H6M", 14, 4, 5),
        ("P0D", 0, 0, 0),
    ],
)
def test_a_duration_keeps_its_units_apart(text: str, months: int, days: int, hours: int) -> None:
    known = Duration(text)
    assert (known.months_total, known.part("days"), known.part("hours")) == (months, days, hours)
    assert str(known) == text


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT", "8Y", "P8", "P8Y6", "P6M8Y", "P1.5Y", "P-1Y", "p8y", "P8Y\n", "P٨Y", "P1YT",
     "PT6", "P9999999Y", "P8Y 6M", "P1S"],
)  # fmt: skip
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueMalformed, match=r"an ISO 8601 duration. Write it like: P8Y"):
        Duration(text)


def test_a_span_counts_its_characters_and_may_be_empty() -> None:
    assert len(Span(3, 10)) == 7
    assert len(Span(3, 3)) == 0
    assert Span(1, 9) < Span(2, 3)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4), (-2, -1)])
def test_a_span_never_ends_before_it_starts(start: int, end: int) -> None:
    with pytest.raises(ValueMalformed, match="is not a span of characters"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "two", "covers", "touches"),
    [
        (Span(0, 10), Span(2, 5), True, True),
        (Span(0, 10), Span(0, 10), True, True),
        (Span(0, 5), Span(4, 9), False, True),
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 5), Span(7, 9), False, False),
        (Span(0, 5), Span(3, 3), True, False),
        (Span(3, 3), Span(3, 3), True, False),
    ],
)
def test_two_spans_touch_where_they_share_a_character(
    one: Span, two: Span, *, covers: bool, touches: bool
) -> None:
    assert one.covers(two) == covers
    assert one.touches(two) == two.touches(one) == touches


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0", "held \ud83d", "\udc80"])
def test_a_quote_has_whole_characters_in_it(text: str) -> None:
    with pytest.raises(ValueMalformed, match="no quote, no claim"):
        Quote("7f3a", Span(0, 1), text)


@pytest.mark.parametrize(("text", "name"), [("", ""), ("\t", ""), ("\ud83d", ""), ("B.", "\ud83d")])
def test_a_mention_has_whole_characters_in_it(text: str, name: str) -> None:
    with pytest.raises(ValueMalformed, match="is not a mention"):
        Mention(text, name=name)


def test_a_mention_shows_the_fuller_name_where_one_is_known() -> None:
    assert Mention("Ольга").label == "Ольга"
    assert Mention("she", MentionKind.PERSON, name="Olha B.").label == "Olha B."


def test_a_written_date_shows_the_date() -> None:
    known = WrittenDate(PartialDate("2021-02-15"), "February 15", Span(31, 42), Anchor.DOCUMENT)
    assert str(known) == "2021-02-15"


@pytest.mark.parametrize("probability", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_reading_is_no_more_than_certain(probability: float) -> None:
    with pytest.raises(ValueMalformed, match="is not a probability"):
        Reading("frames", "1", probability=probability)


@pytest.mark.parametrize("probability", [None, 0.0, 1.0])
def test_a_reading_may_be_certain_or_silent(probability: float | None) -> None:
    assert Reading("frames", "1", probability=probability).probability == probability


@pytest.mark.parametrize(("reason", "about"), [("", ("a",)), (" \n", ("a",)), ("seen", ())])
def test_a_decision_has_a_reason_and_a_record(reason: str, about: tuple[str, ...]) -> None:
    with pytest.raises(ValueMalformed, match="a decision with a reason and a record"):
        Decision(choice=Choice.SAME, about=about, reason=reason, by="Reviewer One")


def test_a_decision_names_the_one_it_replaces() -> None:
    first = Decision(choice=Choice.SAME, about=("a", "b"), reason="birth date", by="Reviewer One")
    assert first.supersedes == ""
    assert first.reason == "birth date"


def test_a_rule_signs_with_its_name_and_a_person_does_not_look_like_one() -> None:
    assert Actor("rule:same-name/1").is_rule
    assert not Actor("Reviewer One", frozenset({"reviewer"})).is_rule


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = Problem(code="empty-file", where="a.txt", what="the file is empty", remedy="Get it.")
    assert str(problem) == "a.txt: the file is empty. Get it."
    assert problem.severity is Severity.WARNING


def test_the_two_marks_of_the_admiralty_code_run_from_best_to_cannot_be_judged() -> None:
    assert "".join(Reliability) == "ABCDEF"
    assert "".join(Credibility) == "123456"


def test_a_source_nobody_has_graded_cannot_be_judged() -> None:
    source = Source(id="gazette", name="The Arland Gazette")
    assert source.reliability is Reliability.F
    assert source.is_official is None


def test_a_document_keeps_who_held_it_and_how_its_date_is_known() -> None:
    at = datetime(2021, 2, 16, tzinfo=UTC)
    document = Document(
        sha256="0" * 64,
        size=5,
        media_type="text/plain",
        captured_at=at,
        captured_by="Reviewer One",
        tool="habeas",
        custody=(Custody(at=at, by="Reviewer One", what="captured"),),
    )
    assert document.published is None
    assert document.published_basis is DateBasis.UNKNOWN
    assert [step.what for step in document.custody] == ["captured"]


def test_an_empty_ledger_ends_at_zero() -> None:
    assert (GENESIS.position, GENESIS.hash) == (0, "0" * 64)


def test_standards_of_proof_run_from_weakest_to_strongest() -> None:
    assert next(iter(StandardOfProof)) is StandardOfProof.REASONABLE_SUSPICION
    assert list(StandardOfProof)[-1] is StandardOfProof.BEYOND_REASONABLE_DOUBT


def arrest(*, claims_for: tuple[str, ...] = (), claims_against: tuple[str, ...] = ()) -> Stage:
    values = (
        HeldValue(value="2023-04-03", claims_for=("b",), is_held=False),
        HeldValue(value="2023-04-02", claims_for=("a",)),
    )
    return Stage(
        event=EventKind.ARRESTED,
        dates=values,
        claims_for=claims_for,
        claims_against=claims_against,
    )


def test_a_stage_has_the_date_that_stands_or_none() -> None:
    assert arrest(claims_for=("a",)).date == PartialDate("2023-04-02")
    assert Stage(event=EventKind.HELD, dates=()).date is None


def test_a_stage_that_nobody_asserts_is_only_denied() -> None:
    assert arrest(claims_against=("a",)).is_only_denied
    assert not arrest(claims_for=("a",), claims_against=("b",)).is_only_denied


def test_an_episode_lasts_until_it_ends() -> None:
    stages = (arrest(claims_for=("a",)),)
    assert Episode(id="1", stages=stages).is_held
    assert not Episode(id="1", stages=stages, ended=ReleaseForm.EXCHANGED).is_held
    assert not Episode(id="1", stages=()).is_held
