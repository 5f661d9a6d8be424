"""Claim notation: what it looks like, and what is said of a line that is not of it."""

import typing

import pytest

from habeas.model.attribute import Attribute
from habeas.model.charge import Charge, PenaltyKind, Sentence
from habeas.model.claim import (
    AnyClaim,
    AttributeClaim,
    CharacterisationClaim,
    EventClaim,
    FigureClaim,
    Reading,
)
from habeas.model.duration import Duration
from habeas.model.errors import NotationError
from habeas.model.grade import Credibility, Reliability
from habeas.model.mention import Mention, MentionKind
from habeas.model.notation import parse, parse_one, write, write_all
from habeas.model.notation_parse import _kinds
from habeas.model.notation_write import KIND_SLOT, SINGULAR, slots_of
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Qualifier, Quantity
from habeas.model.quote import Quote, Span
from habeas.model.vocabulary import Characterisation, EventKind, FigureStatus
from habeas.model.written_date import Anchor, WrittenDate

HASH = "7f3a" * 16
HEAD = '2023-04-02 arrested person="Olha B."'
EVIDENCE = '    from 7f3a:120-139 B2 "Olha B. was detained"'
ARREST = f"{HEAD}\n{EVIDENCE}"


def quote(text: str = "Olha B. was detained") -> Quote:
    return Quote("7f3a", Span(120, 139), text)


def test_an_event_is_two_lines() -> None:
    claim = EventClaim(
        quote=quote(),
        date=WrittenDate(
            PartialDate("2023-04-02"), "April 2", Span(150, 157), Anchor.TEXT, is_year_inferred=True
        ),
        speaker=Mention("her mother", MentionKind.PERSON, Span(80, 90), "Iryna B."),
        event=EventKind.SENTENCED,
        persons=(Mention("Olha B.", span=Span(120, 127)), Mention("Petro B.")),
        charges=(Charge(article="205.5", part="2"), Charge()),
        sentence=Sentence(kind=PenaltyKind.COLONY, duration=Duration("P8Y")),
        reliability=Reliability.B,
        reading=Reading("frames", "1", "2026-11", 0.93),
    )
    assert write(claim) == (
        '2023-04-02("April 2"@150-157 text year_inferred) sentenced person="Olha B."@120-127 '
        'person="Petro B." charge={article="205.5" part="2"} charge={} '
        'sentence={kind=colony duration=P8Y} speaker="her mother"/person@80-90="Iryna B."\n'
        '    from 7f3a:120-139 B- "Olha B. was detained" read frames/1 edition=2026-11 p=0.93'
    )
    assert parse_one(write(claim)) == claim


def test_a_figure_says_what_is_counted() -> None:
    claim = FigureClaim(
        quote=quote("about 100 islanders"),
        date=WrittenDate(PartialDate("2021-02-15"), anchor=Anchor.DOCUMENT),
        status=FigureStatus.HELD,
        quantity=Quantity.of(100, Qualifier.ABOUT, "about 100"),
        territory=(Mention("Arland", MentionKind.STATE), Mention("Borland")),
        credibility=Credibility.DOUBTFUL,
    )
    assert write(claim) == (
        '2021-02-15(document) figure:held quantity=about:100("about 100") '
        'territory="Arland"/state territory="Borland"\n'
        '    from 7f3a:120-139 -4 "about 100 islanders"'
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("36", '"36"'),
        (PartialDate("1990-05"), "1990-05"),
        (PartialDate("../1990"), "../1990"),
        (PartialDate("/1990"), "/1990"),
        (Quantity.of(36), "exact:36"),
        (Quantity.of(35, Qualifier.MORE_THAN), "more_than:36.."),
        (Quantity.of(40, Qualifier.UP_TO), "up_to:..40"),
        (Quantity.vague(Qualifier.DOZENS, "dozens"), 'dozens:24..99("dozens")'),
        (Mention("Arland"), '"Arland"/unspecified'),
        (Mention("A", MentionKind.STATE, Span(1, 7), "Arland"), '"A"/state@1-7="Arland"'),
    ],
)  # fmt: skip
def test_the_value_of_an_attribute_tells_its_type(
    value: str | PartialDate | Quantity | Mention, written: str
) -> None:
    claim = AttributeClaim(
        quote=quote(), subject=Mention("Olha B."), attribute=Attribute.AGE, value=value
    )
    assert write(claim).startswith(f'- attribute:age subject="Olha B." value={written}\n')
    assert parse_one(write(claim)) == claim


def test_a_mention_as_value_may_leave_out_its_kind_where_the_rest_tells_it() -> None:
    claim = parse_one(f'- attribute:role subject="A" value="B"@1-2\n{EVIDENCE}')
    assert isinstance(claim, AttributeClaim)
    assert claim.value == Mention("B", span=Span(1, 2))


def test_text_keeps_every_letter_and_shows_what_is_not_seen() -> None:
    claim = CharacterisationClaim(
        quote=quote('«ні»\n"№ 5" \\ 🙂 \u202eאב\u2028\x9b\x7f'), label=Characterisation.ARBITRARY
    )
    assert write(claim).endswith('"«ні»\\n\\"№ 5\\" \\\\ 🙂 \\u202eאב\\u2028\\u009b\\u007f"')
    assert parse_one(write(claim)) == claim


def test_documents_get_short_names_that_tell_them_apart() -> None:
    """
    Two hashes that begin alike need longer names; a short name of its own needs no line.
    """
    claims = [
        EventClaim(quote=Quote(document, Span(0, 1), "A"), event=EventKind.HELD)
        for document in (HASH, HASH[:12] + "0" * 52, "7f3a", HASH)
    ]
    text = write_all(claims, {HASH: 're"port.txt'})
    assert text.splitlines()[:4] == [
        f'document {HASH[:13]} {HASH} "re\\"port.txt"',
        f"document {HASH[:12]}0 {HASH[:12]}{'0' * 52}",
        "",
        "- held",
    ]
    assert parse(text) == claims
    assert write_all([]) == ""
    assert write_all(claims[2:3]) == '- held\n    from 7f3a:0-1 -- "A"\n'


def test_names_with_spaces_or_marks_stand_between_quotation_marks() -> None:
    claim = EventClaim(
        quote=Quote("my report: 1", Span(0, 1), "A"),
        event=EventKind.HELD,
        reading=Reading("by hand", "1/2", "ed\t1", 1e-7),
    )
    assert write(claim) == (
        '- held\n    from "my report: 1":0-1 -- "A" read "by hand"/"1/2" edition="ed\\t1" p=1e-07'
    )
    assert parse_one(write(claim)) == claim
    bare = EventClaim(
        quote=quote(), event=EventKind.HELD, reading=Reading("en/frames", "", probability=None)
    )
    assert write(bare).endswith(' read en/frames/""')
    assert parse_one(write(bare)) == bare


@pytest.mark.parametrize("chance", [0.00012345678901234567, 5e-324, 0.1, 1.0, 0.0])
def test_a_probability_reads_back_to_the_last_digit(chance: float) -> None:
    reading = Reading("frames", "1", probability=chance)
    claim = EventClaim(quote=quote(), event=EventKind.HELD, reading=reading)
    assert parse_one(write(claim)) == claim


def test_empty_lines_comments_and_the_ends_of_other_systems_say_nothing() -> None:
    text = f"\ufeff# the arrests\r\n\r\n   # indented\r\n  {HEAD}\t\r\n\t{EVIDENCE}  \r\n\r\n"
    assert parse(text) == parse(ARREST)
    assert parse("") == []


def test_a_document_line_names_the_document_of_the_claims_below() -> None:
    text = f'document 7f3a {HASH} "report.txt"\ndocument 7f3a {HASH}\n{ARREST}'
    assert parse_one(text).quote.document == HASH
    assert parse_one(ARREST).quote.document == "7f3a"


def test_every_word_a_claim_can_begin_with_stands_for_one_kind() -> None:
    """Were an event and an action called alike, neither could be read back."""
    counts = {kind: len(typing.get_type_hints(kind)[slot]) for kind, (slot, _) in KIND_SLOT.items()}
    assert len(_kinds()) == sum(counts.values())


@pytest.mark.parametrize("kind", KIND_SLOT)
def test_every_slot_is_written_under_a_name_of_its_own(kind: type[AnyClaim]) -> None:
    written = [SINGULAR.get(name, name) for name in slots_of(kind)]
    assert len(written) == len(set(written))


def first(line: str) -> str:
    """A claim whose first line is the one given."""
    return f"{line}\n{EVIDENCE}"


def second(line: str) -> str:
    """A claim whose second line is the one given."""
    return f"{HEAD}\n{line}"


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        # Line one.
        (first("arrested"), "line 1, column 1", "expected a date"),
        (first("  2023-13 arrested"), "line 1, column 3", "'2023-13' is not a date"),
        (first("-arrested"), "line 1, column 2", "expected a space"),
        (first("2023-04-02"), "line 1, column 11", "expected a kind of claim"),
        (first('2023-04-02("2 April"@9-3) held'), "line 1, column 22", "'9-3' is not a span"),
        (first('2023-04-02("2 April" guess) held'), "line 1, column 22", "'guess' says nothing"),
        (first("2023-04-02(text text) held"), "line 1, column 21", "stands twice"),
        (first('2023-04-02(text "A") held'), "line 1, column 17", "expected how the date was"),
        (first("2023-04-02(text held"), "line 1, column 17", "'held' says nothing of a date"),
        (first("2023-04-02(text"), "line 1, column 16", "expected how the"),
        (first("- arested"), "line 1, column 3", "'arested' is no kind of claim. Did you mean"),
        (first("- figure:hold"), "line 1, column 3", "Did you mean: figure:held"),
        (first("- qqqqqq"), "line 1, column 3", "Write arrested, figure:held"),
        (first("- ARRESTED"), "line 1, column 3", "expected a kind of claim"),
        (first("- held,"), "line 1, column 7", "expected a space"),
        (first('- held who="A"'), "line 1, column 8", "EventClaim has no slot 'who'. It has"),
        (first("- held persons=5"), "line 1, column 8", "It has: agent, charge,"),
        (first('- held person "A"'), "line 1, column 14", "expected '='"),
        (first("- held person=A"), "line 1, column 15", "expected text between"),
        (first('- held person="A'), "line 1, column 15", "expected text between"),
        (first('- held person=""'), "line 1, column 15", "'' is not a mention"),
        (first('- held person="\\x"'), "line 1, column 15", "a backslash that escapes nothing"),
        (first('- held person="\\ud83d"'), "line 1, column 15", "half of a surrogate pair"),
        (first('- held person="A"place="B"'), "line 1, column 18", "expected a space. Part"),
        (first('- held person="A"/planet'), "line 1, column 19", "'planet' is not in the list"),
        (first('- held person="A"/'), "line 1, column 19", "expected a word from a list"),
        (first('- held person="A"@12'), "line 1, column 19", "expected a span"),
        (first('- held person="A"@٣-٤'), "line 1, column 19", "expected a span"),
        (first('- held person="A"=B'), "line 1, column 19", "expected text between"),
        (first('- held place="A" place="B"'), "line 1, column 18", "slot 'place' stands twice"),
        (first("- held modality=sure"), "line 1, column 17", "'sure' is not in the list. One of"),
        (first("- held count=5"), "line 1, column 14", "'5' is not in the list"),
        (first("- held count=about"), "line 1, column 19", "expected ':'"),
        (first("- held count=about:"), "line 1, column 20", "expected the bounds"),
        (first("- held count=about:.."), "line 1, column 14", "'None..None' is not a quantity"),
        (first("- held count=about:9..5"), "line 1, column 14", "'9..5' is not a quantity"),
        (first('- held count=about:5("5"'), "line 1, column 25", "expected ')'"),
        (first(f"- held count=about:{'9' * 5000}"), "line 1, column 38", "expected a space"),
        (first("- held charge=5"), "line 1, column 15", "expected '{'"),
        (first('- held charge={clause="5"}'), "line 1, column 16", "Charge has no 'clause'"),
        (first('- held charge={part="5" part="6"}'), "line 1, column 25", "'part' stands twice"),
        (first('- held charge={part "5"}'), "line 1, column 20", "expected '='"),
        (first('- held charge={part="5"'), "line 1, column 24", "expected a name or"),
        (first("- held sentence={duration=8Y}"), "line 1, column 27", "expected a duration"),
        (first("- held sentence={duration=P8}"), "line 1, column 27", "is not an ISO 8601"),
        (first("- held until=soon"), "line 1, column 14", "expected a date"),
        (first("- figure:held"), "line 1, column 14", "FigureClaim needs quantity. Add"),
        (first('- attribute:age value="5"'), "line 1, column 26", "AttributeClaim needs subject"),
        (first('- attribute:age subject="A"'), "line 1, column 28", "AttributeClaim needs value"),
        (first('- attribute:age subject="A" value=x'), "line 1, column 35", "expected a date"),
        # Line two.
        (HEAD, "line 2, column 1", "expected 'from'. Write: from DOC:120-139 B2"),
        (f"{ARREST}\n{HEAD}\n\n{EVIDENCE}", "line 4, column 1", "expected 'from'"),
        (f"{HEAD}\n{ARREST}", "line 2, column 1", "expected 'from'"),
        (second("    from 7f3a"), "line 2, column 14", "expected ':'"),
        (second("    from :1-2"), "line 2, column 10", "expected a document"),
        (second("    from 7f3a:1"), "line 2, column 15", "expected a span"),
        (second('    from 7f3a:9-3 B2 "A"'), "line 2, column 15", "'9-3' is not a span"),
        (second('    from 7f3a:1-2B2 "A"'), "line 2, column 18", "expected a space"),
        (second('    from 7f3a:1-2 G2 "A"'), "line 2, column 19", "expected the two marks"),
        (second('    from 7f3a:1-2 B7 "A"'), "line 2, column 19", "expected the two marks"),
        (second('    from 7f3a:1-2 B2"A"'), "line 2, column 19", "expected the two marks"),
        (second('    from 7f3a:1-2 "A"'), "line 2, column 19", "expected the two marks"),
        (second("    from 7f3a:1-2 B2"), "line 2, column 19", "expected the two marks"),
        (second("    from 7f3a:1-2 B2 A"), "line 2, column 22", "expected text between"),
        (second('    from 7f3a:1-2 B2 " "'), "line 2, column 22", "' ' is not a quote"),
        (second(f"{EVIDENCE}read frames/1"), "line 2, column 48", "expected a space. Write"),
        (second(f"{EVIDENCE} by frames"), "line 2, column 49", "expected 'read'"),
        (second(f"{EVIDENCE} read frames"), "line 2, column 54", "expected a reader"),
        (second(f"{EVIDENCE} read frames/"), "line 2, column 61", "expected its version"),
        (second(f"{EVIDENCE} read frames/1 p=high"), "line 2, column 65", "expected a probability"),
        (second(f"{EVIDENCE} read frames/1 p=9"), "line 2, column 63", "'9.0' is not a prob"),
        (second(f"{EVIDENCE} read frames/1 p=1 x"), "line 2, column 67", "expected the end"),
        (second(f"{EVIDENCE} read a/1 edition="), "line 2, column 66", "expected the edition"),
        # Lines that name documents.
        ("document 7f3a", "line 1, column 14", "expected the hash of the document"),
        ("document ", "line 1, column 9", "expected a short name"),
        ("documents", "line 1, column 9", "expected a space"),
        (f'document "a"{HASH}', "line 1, column 13", "expected a space"),
        (f"document a {HASH} name", "line 1, column 77", "expected text between"),
        (f'document a {HASH} "b" c', "line 1, column 81", "expected the end of the line"),
        ("document a b\ndocument a c", "line 2, column 10", "'a' names another document"),
    ],
)  # fmt: skip
def test_a_line_that_is_not_notation_is_refused_with_its_place(
    text: str, place: str, what: str
) -> None:
    with pytest.raises(NotationError) as refused:
        parse(text)
    assert str(refused.value).startswith(f"{place}: ")
    assert what in str(refused.value)


@pytest.mark.parametrize(("text", "count"), [("", 0), (f"{ARREST}\n{ARREST}", 2)])
def test_one_claim_is_asked_for_and_not_none_or_several(text: str, count: int) -> None:
    with pytest.raises(NotationError, match=f"{count} claims where one was expected"):
        parse_one(text)
