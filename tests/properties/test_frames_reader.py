"""Whatever text comes, the English reader reads it, and what it says stands where it says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claim import AnyClaim
from habeas.model.mention import Mention
from habeas.model.quote import Span
from habeas.model.written_date import WrittenDate
from tests.reports import reader, rendition

VOCABULARY = """
Olha Petrenko Ivan Bondar Maria Velmora Ostravia Melnyk Sarov Police police court Court the a an
of in on at by for with from to into and or but who which that as if not no his her their he she
they I we was were is are be been being has had will could should must there those among including
arrested detained released held sentenced charged searched abducted tortured died disappeared
exchanged pardoned deported transferred remanded fined said says told reported according denied
demanded called condemned summoned invited signed launched initiated sanctions declaration summit
minister Minister lawyer activist journalists teacher prisoners people citizens officers relatives
Ukrainians Russian Crimea captivity prison custody colony bail exchange hunger strike arrest
detention release charges trial treason espionage Article 275 Criminal Code years months 8 34 110
dozens hundreds about least more than two three since until May 2021 Monday Friday yesterday
arbitrary arbitrarily fabricated politically motivated unlawful torture hostage leverage
"""
WORDS = VOCABULARY.split()
MARKS = [*',.;:!?()"“”«»—-…№&/', "'s", "’s", "\n", "\n\n", "1."]
PHRASES = [
    "Olha Petrenko, 34, a teacher from Melnyk, ",
    "Police in Melnyk detained journalists Ivan Bondar and Olha Petrenko on 3 May 2021. ",
    '"He was beaten," said Foreign Minister Olha Petrenko. ',
    "about 100 Ukrainians are being held in Russia on fabricated charges, of whom 40 ",
    "The court sentenced him to eight years in prison for treason under part 1 of Article 275. ",
    "Velmora called on Ostravia to release Ivan Bondar, to stop the torture and ",
    "According to the ministry, more than 1,450 people were arrested in Velmora since 2014. ",
    "3. Ivan Bondar, 52, driver, arrested on 4 May 2021, released on 9 May 2021.\n",
    "Among those released are Ivan Bondar and the activist Olha Petrenko, who was pardoned. ",
    "SARNOVA, 4 December 2023 (Wire) — ",
    "Read also: Minister to visit Melnyk\n",
]

fragments = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(MARKS), st.sampled_from(PHRASES), st.text(max_size=4)
)
reports = st.lists(fragments, max_size=40).map(" ".join)


def mentions_in(value: object) -> Iterator[Mention]:
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from mentions_in(item)


def check(text: str) -> None:
    for published in ("2021-02-15", ""):
        shown = rendition(text, published)
        claims, _ = reader().read(shown)
        for claim in claims:
            check_claim(claim, text)


def check_claim(claim: AnyClaim, text: str) -> None:
    quote = claim.quote
    assert text[quote.span.start : quote.span.end] == quote.text
    assert quote.text.strip() == quote.text
    for slot in dataclasses.fields(claim):
        value = getattr(claim, slot.name)
        if isinstance(value, WrittenDate) and value.span is not None:
            assert stands(value.words, value.span, text)
        for mention in mentions_in(value):
            assert mention.span is not None
            assert stands(mention.text, mention.span, text), (slot.name, mention)


def stands(words: str, span: Span, text: str) -> bool:
    return text[span.start : span.end] == words


@given(reports)
def test_what_is_read_from_report_like_text_stands_in_it(text: str) -> None:
    check(text)


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    check(text)


@given(st.text(st.sampled_from(" .,'’\"“”-—()\nAaBbСсOolha1"), max_size=200))
def test_any_row_of_marks_and_letters_is_read_without_a_fault(text: str) -> None:
    check(text)
