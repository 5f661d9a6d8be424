"""What readers make of names and verbs that somebody else points out, right or wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.mention import Mention, MentionKind
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.readers.frames_en import FramesReader
from habeas.reading.slavic.reader import SlavicReader
from tests import slavic_reports
from tests.reports import PUBLISHED, facts, rendition, told

PERSON, PLACE = MentionKind.PERSON, MentionKind.PLACE


@dataclass
class Says:
    """Points out these names wherever they stand, in the order given."""

    said: Sequence[tuple[str, MentionKind]] = ()
    spans: Sequence[tuple[Span, MentionKind]] = ()
    name: str = "says"
    version: str = "1"

    def names(
        self, _: Rendition, text: str, paragraphs: Sequence[Span]
    ) -> tuple[Sequence[Mention], Sequence[Problem]]:
        assert paragraphs
        found = [
            Mention(words, kind, Span(text.index(words), text.index(words) + len(words)))
            for words, kind in self.said
            if words in text
        ]
        found += [
            Mention(text[one.start : one.end], kind, one)
            for one, kind in self.spans
            if text[one.start : one.end].strip() and one.end <= len(text)
        ]
        return found, ()


@dataclass
class Parses:
    """Tells of a verb, by its words, whom it happens to."""

    verbs: Mapping[str, Sequence[str]] = field(default_factory=dict)
    name: str = "parses"
    version: str = "1"

    def sufferers(
        self, _: Rendition, text: str, paragraphs: Sequence[Span]
    ) -> tuple[Mapping[int, Sequence[int]], Sequence[Problem]]:
        assert paragraphs
        return {
            text.index(verb): [text.index(word) for word in words]
            for verb, words in self.verbs.items()
        }, ()


SAYS = Says()
RUSSIAN = SlavicReader("ru", SAYS)


def russian(text: str, *said: tuple[str, MentionKind]) -> set[str]:
    report = rendition(f"Это объявлено.\n\n{text}", PUBLISHED)
    return set(facts(list(SlavicReader("ru", Says(said)).read(report)[0])))


def russian_alone(text: str) -> set[str]:
    return set(facts(list(slavic_reports.claims_in("ru", text))))


def english(text: str, parser: Parses | None = None, *said: tuple[str, MentionKind]) -> set[str]:
    return set(facts(list(FramesReader(Says(said), parser).read(rendition(text))[0])))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Полиция задержала Ивана Квитку в Киеве.", ("Киеве", PERSON)),
        ("Полиция задержала Ивана Квитку в Киеве.", ("Ивана Квитку", PLACE)),
        ("Полиция задержала Ивана Квитку в Киеве.", ("Полиция", PERSON)),
        ("Вчера суд отправил под стражу Ивана Квитку.", ("Вчера", PERSON)),
        ("Областной суд Сарнова отправил под стражу Ивана Квитку.", ("Сарнова", PERSON)),
        ("Репост удалили. Полиция задержала Ивана Квитку.", ("Репост", PERSON)),
    ],
)
def test_where_our_own_rules_name_something_it_stays_so(
    text: str, said: tuple[str, MentionKind]
) -> None:
    assert russian(text, said) == russian_alone(text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Фейруз Клюх", "Фейруз Клюх"),
        ("Ф. Клюх", "Ф. Клюх"),
        ("Клюх Ф.", "Ф. Клюх"),
        ("Клюх Фарход Эгамбердиевич", "Фарход Эгамбердиевич Клюх"),
        ("Клюх Иван", "Иван Клюх"),
        ("Фейруз Абу Клюх", "Фейруз Абу Клюх"),
    ],
)
def test_a_name_of_several_words_is_shown_with_the_surname_last(written: str, shown: str) -> None:
    (found,) = russian(f"Вчера {written} был отправлен под стражу.", (written, PERSON))
    ends = "" if written == shown else f'="{shown}"'
    assert f'person="{written}"/person{ends}' in found


def test_a_word_called_a_person_here_and_a_place_there_is_neither() -> None:
    text = "Суд отправил под стражу Клюха. В посёлке Клюха тихо."
    assert not russian(text, ("Клюха", PERSON), ("Клюха", PLACE))
    assert russian(text, ("Клюха", PERSON))


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.integers(1, 30), st.sampled_from([PERSON, PLACE])),
        max_size=5,
    )
)
def test_wherever_names_are_pointed_out_quotes_stay_exact(
    where: list[tuple[int, int, MentionKind]],
) -> None:
    text = "Это объявлено.\n\nСуд отправил под стражу Клюха, Ф. Дорна и Ивана Квитку в Сарнове."
    SAYS.spans = [(Span(at, at + length), kind) for at, length, kind in where]
    for claim in RUSSIAN.read(rendition(text, PUBLISHED))[0]:
        span = claim.quote.span
        assert text[span.start : span.end] == claim.quote.text


def test_an_english_name_left_undecided_is_what_is_pointed_out() -> None:
    text = "Police arrested Qaanaq on Monday."
    assert any("Qaanaq" in fact for fact in english(text, None, ("Qaanaq", PERSON)))
    assert not english(text, None, ("Qaanaq", PLACE))


@pytest.mark.parametrize("said", [("Olha Petrenko", PLACE), ("Melnyk", PERSON)])
def test_an_english_name_that_is_decided_stays_so(said: tuple[str, MentionKind]) -> None:
    text = "Police arrested Olha Petrenko in Melnyk on Monday."
    assert english(text, None, said) == set(told(text))


SENTENCE = "Olha Verba yesterday, to no one's surprise, they arrested."


def test_a_parser_names_somebody_where_we_have_nobody() -> None:
    assert not told(SENTENCE)
    (found,) = english(SENTENCE, Parses({"arrested": ["Olha"]}))
    assert 'arrested person="Olha Verba"' in found


def test_a_parser_adds_persons_only_where_it_agrees_on_one() -> None:
    text = "Police arrested Olha Verba in front of Ivan Kvitka."
    assert english(text, Parses({"arrested": ["Ivan"]})) == set(told(text))
    both = english(text, Parses({"arrested": ["Olha", "Ivan"]}))
    assert any('person="Ivan Kvitka"' in fact for fact in both)


def test_what_a_parser_gives_that_names_nobody_changes_nothing() -> None:
    text = "Police arrested Olha Verba in Melnyk."
    wrong = Parses({"arrested": ["Melnyk", "Police", "in"], "Olha": ["arrested"]})
    assert english(text, wrong) == set(told(text))
