"""The English reader as a whole: what it takes, what it passes over, and where its quotes stand."""

from habeas.model.claim import EventClaim, FigureClaim
from habeas.model.mention import MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.rendition import OffsetMap, Rendition, Run
from habeas.reading.readers.frames_en import FramesReader
from habeas.reference.files import edition
from tests.reports import claims_in, reader, rendition, told


def test_a_claim_names_its_reader_and_the_edition_it_went_by() -> None:
    claim = claims_in("Ivan Bondar was arrested.")[0]
    assert claim.reading is not None
    assert (claim.reading.reader, claim.reading.version) == ("frames-en", FramesReader.version)
    assert claim.reading.edition == edition()
    assert claim.reading.probability is None


def test_the_quote_is_the_sentence() -> None:
    claim = claims_in("It rained. Ivan Bondar was arrested on Friday. It snowed.")[0]
    assert claim.quote.text == "Ivan Bondar was arrested on Friday."


def test_a_fact_told_twice_is_two_claims_and_one_told_once_is_one() -> None:
    assert len(told("Ivan Bondar was arrested. Ivan Bondar was arrested.")) == 2
    assert len(told("Ivan Bondar was arrested.")) == 1


def test_what_is_in_another_script_is_passed_over_and_reported() -> None:
    text = "Ivan Bondar was arrested.\n\nІвана Бондаря затримали.\n\nОльгу Петренко затримали."
    claims, problems = reader().read(rendition(text))
    assert len(claims) == 1
    assert [(one.code, one.what) for one in problems] == [
        ("language-not-read", "2 paragraphs not in English passed over")
    ]


def test_belarusian_in_latin_letters_is_not_taken_for_english() -> None:
    text = "Ivan Bondar was arrested.\n\nIvana Bandaruka zatrymali ŭ Hrodnie, jaho sudziać zaŭtra."
    claims, problems = reader().read(rendition(text))
    assert len(claims) == 1
    assert [one.what for one in problems] == ["1 paragraph not in English passed over"]


def test_a_name_in_another_script_does_not_make_a_paragraph_foreign() -> None:
    text = "My brother Pavel Ustinar (Павел Устинар in his passport) was arrested."
    assert told(text)[-1] == '- arrested person="Pavel Ustinar"/person'


def test_a_teaser_is_not_read() -> None:
    assert told("Read also: Ivan Bondar was arrested in Melnyk") == []


def test_nothing_is_read_from_nothing() -> None:
    assert told("") == []
    assert told("\n\n \t\n") == []
    assert told("…") == []


def test_markup_inside_a_quote_leaves_its_words_as_shown() -> None:
    captured = "Ivan <b>Bondar</b> was arrested."
    text = "Ivan Bondar was arrested."
    offsets = OffsetMap((Run(0, 0, 5, 5), Run(5, 8, 6, 6), Run(11, 18, 14, 14)))
    shown = Rendition(
        document="7f3a",
        captured=captured,
        text=text,
        offsets=offsets,
        paragraphs=(Span(0, len(text)),),
    )
    claim = next(one for one in reader().read(shown)[0] if isinstance(one, EventClaim))
    assert claim.quote.text == text
    assert claim.quote.span == Span(0, len(captured))
    assert claim.persons[0].span == Span(0, 14)


def test_what_a_document_says_of_a_name_holds_for_no_other_document() -> None:
    first = claims_in("The Republic of Velmora acted. Dozens were held in Velmora.")
    second = claims_in("Dozens of men were held in Velmora.")
    kinds = [one.territory[0].kind for one in (*first, *second) if isinstance(one, FigureClaim)]
    assert kinds == [MentionKind.STATE, MentionKind.PLACE]


def test_a_document_without_a_date_is_read_too() -> None:
    claim = claims_in("Ivan Bondar was arrested on 3 May.", "")[0]
    assert claim.date is not None
    assert claim.date.date == PartialDate("XXXX-05-03")
