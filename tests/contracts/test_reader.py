"""What every reader must do, whatever it is given."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas import wiring
from habeas.model.claim import AnyClaim
from habeas.model.codec import claim_id
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition, identity
from habeas.protocols import Reader
from habeas.reading.cells import TABLE
from habeas.reading.lists.division import divided
from habeas.reading.tallies.division import tallied
from habeas.reference.files import edition
from habeas.text.segments import paragraphs
from tests.model_server import copying_reader


@cache
def every() -> Sequence[Reader]:
    return [*wiring.all_readers(), copying_reader()]


every_reader = pytest.mark.parametrize("reader", every(), ids=lambda one: one.name)
WORDS = st.sampled_from(
    ["Hanna Verba", " was detained", " on 12 March 2030", " in Port Harrow.", "\t", "\n", "\n\n",
     "Ганну Вербу затримали", "Анну Сосну задержали", " 2030", " ",
     "Date\tNumber\tWhat is counted\tBreakdown\n", "\t12\tprisoners\t4 women + 8 (2 freed)",
     "Name\tArrested\n", "ПІБ\tСуд\n",
     "Всього\t5\n", "«", "»", "(", ")", "—", "\u00a0", "😀", "ч. 2 ст. 205.5 УК РФ", "12.03.21",
     "03/04/2021", "said: ", "\u0301", "İ", "ß", "\ud800"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=30).map("".join)


def rendition(text: str) -> Rendition:
    whole = text.encode("utf-8", "replace").decode()
    media_type = TABLE if "\t" in whole else "text/plain"
    made = Rendition(
        document=sha256(whole.encode()).hexdigest(),
        captured=whole,
        text=whole,
        offsets=identity(len(whole)),
        paragraphs=tuple(paragraphs(whole)),
    )
    return tallied(divided(made, media_type), media_type)


def read(reader: Reader, text: str) -> tuple[Rendition, Sequence[AnyClaim], Sequence[Problem]]:
    made = rendition(text)
    return made, *reader.read(made)


@every_reader
@settings(max_examples=60)
@given(text=TEXTS)
def test_every_quote_is_what_stands_at_its_place(reader: Reader, text: str) -> None:
    made, claims, _ = read(reader, text)
    for claim in claims:
        span = claim.quote.span
        assert claim.quote.document == made.document
        assert made.captured[span.start : span.end] == claim.quote.text


@every_reader
@settings(max_examples=30)
@given(text=TEXTS)
def test_every_claim_is_signed_and_given_once(reader: Reader, text: str) -> None:
    _, claims, problems = read(reader, text)
    for claim in claims:
        assert claim.reading is not None
        # A reader may add what it used: the model that was asked, the prompt.
        version, used = claim.reading.version.split("+")[0], claim.reading.edition
        assert (claim.reading.reader, version) == (reader.name, reader.version)
        assert used.startswith(edition())
    ids = [claim_id(claim) for claim in claims]
    assert len(ids) == len(set(ids))
    assert all(problem.where and problem.remedy for problem in problems)


@every_reader
@settings(max_examples=20)
@given(text=TEXTS)
def test_reading_twice_gives_the_same(reader: Reader, text: str) -> None:
    assert read(reader, text) == read(reader, text)


def test_a_list_is_read_by_the_list_reader_and_by_no_other() -> None:
    text = "Name\tDate of arrest\tNotes\nHanna Verba was detained on 12 March\t2030\t\n"
    for reader in every():
        if reader.name != "list":
            assert not read(reader, text)[1]
