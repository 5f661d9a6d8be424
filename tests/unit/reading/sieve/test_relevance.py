from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from habeas.model import notation
from habeas.model.claim import EventClaim, FigureClaim
from habeas.reading.sieve.aho_corasick import AhoCorasickScanner
from habeas.reading.sieve.openings import openings, shortest
from habeas.reading.sieve.relevance import NEAR, Relevance
from habeas.reading.sieve.scanner import Scanner, Wanted, small
from habeas.reading.sieve.words import Triggers
from habeas.reference.relevance_words import all_relevance_words
from habeas.reference.stems import compiled
from tests.unit.reading.sieve.word_by_word import WordByWord

GOLD = Path(__file__).parents[3] / "gold"
SCANNERS: list[Callable[[Wanted], Scanner]] = [WordByWord, AhoCorasickScanner]
try:
    from habeas.reading.sieve.hyperscan import HyperscanScanner
except ImportError:  # no wheel for this processor
    pass
else:
    SCANNERS.append(HyperscanScanner)


@cache
def relevance(scanner: Callable[[Wanted], Scanner]) -> Relevance:
    return Relevance(scanner)


def answers(content: bytes) -> set[bool]:
    return {relevance(scanner).is_relevant(content) for scanner in SCANNERS}


TOLD = [
    "Police arrested Olha Petrenko in Melnyk.",
    "POLICE ARRESTED OLHA PETRENKO",
    "Поліція ЗаТрИмАлА Олену Петренко.",
    "Івана Бондаря взяли під\u00a0варту в суді.",
    "Івана Бондаря взяли під\n  варту в суді.",
    "Олену ув'язнено на росії",
    "Олену ув’язнено на росії",
    "Олену увʼязнено на росії",
    "<p>Олену ув&#39;язнено на росії</p>",
    "<p>Олену ув&rsquo;язнено на росії</p>",
    "Он был освобождён из колонии.",
    "Суд признал задержа\u0301нного виновным.",
    "Полиция задер\u00adжала Ивана.",
    "<p>&#1079;&#1072;&#1090;&#1088;&#1080;&#1084;&#1072;&#1083;&#1080; Івана в Україні</p>",
    "Паліцыя затрымала Алену Пятрэнку ў Беларусі, суддзя маўчыць.",
    "The re-arrested man is a citizen of Velmora.",
]
NOT_TOLD = [
    "",
    "The weather was fine.",
    "Погода була гарна.",
    "The shareholder bought a carefree holiday.",
    "The driver received a prize and got home.",
    "Вона отримала лист з України.",
    "Прarrested не є словом міністра.",
    "Дипзатримання міністра",
    "a_detained minister",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_text_that_speaks_of_detention_is_relevant_however_it_is_written(text: str) -> None:
    assert answers(text.encode()) == {True}


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_text_without_a_trigger_at_the_beginning_of_a_word_is_not_relevant(text: str) -> None:
    assert answers(text.encode()) == {False}


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "utf-16", "utf-8-sig"])
def test_a_text_is_told_in_other_encodings(encoding: str) -> None:
    text = "Поліція затримала Олену Петренко у Мельнику. Суд обрав їй запобіжний захід. " * 5
    assert answers(text.encode(encoding)) == {True}
    other = "Погода була гарна, і діти гуляли в парку біля річки до самого вечора. " * 5
    assert answers(other.encode(encoding)) == {False}


def test_what_is_no_text_is_not_ruled_out() -> None:
    assert answers(bytes(range(256)) * 20) == {True}


def test_a_trigger_needs_a_sign_near_it() -> None:
    alone = "blank " * NEAR + "arrested" + " blank" * NEAR
    assert answers(alone.encode()) == {False}
    assert answers(f"citizen {alone} citizen".encode()) == {False}
    assert answers(alone.replace("arrested", "arrested citizen").encode()) == {True}


def with_claims() -> list[Path]:
    found = []
    for text in sorted(GOLD.glob("*/tuned/*.txt")):
        claims = notation.parse(text.with_suffix(".claims").read_text("utf-8"))
        if any(isinstance(claim, EventClaim | FigureClaim) for claim in claims):
            found.append(text)
    return found


def test_no_gold_document_with_an_event_or_a_figure_is_ruled_out() -> None:
    texts = with_claims()
    assert len(texts) > 40
    assert [text.name for text in texts if answers(text.read_bytes()) != {True}] == []


@cache
def pieces() -> list[str]:
    """Triggers, their beginnings and signs as they may stand in a text, and what parts them."""
    words = all_relevance_words()
    plain = [w for one in words for w in (*one.triggers, *one.weak) if w.isalpha()]
    begun = [o for one in words for w in one.triggers for o in openings(w)]
    marks = [
        " ", "\n", "\u00a0", "-", "'", "’", "ʼ", "&#39;", "&#1079;", "\u0301", "\u00ad", "_", "1",
        ".", "»", "K", "İ", "ё", "Ё", "й", "и\u0306", "\x00", "<b>", "citizen", "України", "б",
    ]  # fmt: skip
    return [*plain, *begun, *marks * 12]


TEXTS = st.lists(
    st.tuples(st.integers(0, 10**6), st.sampled_from(["lower", "upper", "title", "swapcase"])),
    max_size=12,
).map(lambda drawn: "".join(piece(at, case) for at, case in drawn))


def piece(at: int, case: str) -> str:
    return str(getattr(pieces()[at % len(pieces())], case)())


@given(TEXTS | st.text(max_size=40))
@example("citizen a\u0301rrested")
@example("Kidnapped citizen \u212aidnapped")
@example("detaınee detaİnee citizen")
def test_every_scanner_gives_the_same_answer(text: str) -> None:
    assert len(answers(text.encode("utf-8", "replace"))) == 1
    assert len(answers(unicodedata.normalize("NFD", text).encode("utf-8", "replace"))) == 1


@given(TEXTS, st.integers(0, 200), st.binary(min_size=1, max_size=3))
def test_every_scanner_gives_the_same_answer_for_broken_bytes(
    text: str, at: int, stray: bytes
) -> None:
    content = text.encode("utf-8", "replace")
    assert len(answers(content[:at] + stray + content[at:])) == 1


@cache
def patterns() -> tuple[str, ...]:
    return Triggers(all_relevance_words()).patterns


CASES = ["lower", "upper", "title", "swapcase"]
WRITTEN = [("", ""), (" ", "\u00a0"), (" ", "&nbsp;"), (" ", " \n "), ("'", "&#8217;"), ("'", "’")]


@given(st.data(), st.sampled_from(CASES), st.sampled_from(WRITTEN))
def test_every_scanner_gives_the_same_answer_for_what_a_pattern_matches(
    data: st.DataObject, case: str, way: tuple[str, str]
) -> None:
    pattern = data.draw(st.sampled_from(patterns()))
    matched = data.draw(st.from_regex(compiled(pattern), fullmatch=True))
    text = f"citizen {getattr(matched.replace(*way), case)()} of France"
    assert len(answers(text.encode("utf-8", "replace"))) == 1


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("citizen held  in France", True),
        ("citizen held&nbsp;in France", True),
        ("citizen held on&emsp;France", True),
        ("citizen held nothing", False),
        ("громадянку після арешт&ucy; у Франції", True),
        ("громадянку ЗАТРИМАНО", True),
        ("громадянку узяли Під Варту", True),
        ("громадянина засудили на 5 років; державу", True),
        ("Франція. Ув\u02bcязнено", True),
    ],
)
def test_phrases_are_told_in_whatever_way_they_are_written(text: str, *, is_told: bool) -> None:
    assert answers(text.encode()) == {is_told}


@given(TEXTS, st.sampled_from(SCANNERS))
def test_a_scanner_finds_all_beginnings_of_words_and_nothing_else(
    text: str, scanner: Callable[[Wanted], Scanner]
) -> None:
    literals = sorted(shortest(["затрим", "арешт", "arrest", "ув'язн", "pre-trial"]))
    content = text.encode("utf-8", "replace")
    met: list[int] = []

    def note(at: int) -> bool:
        met.append(at)
        return False

    scanner(Wanted(tuple(literals))).scan(content, note)
    lower = small(text)
    assert len(lower) == len(text)
    every = [
        len(text[:at].encode("utf-8", "replace"))
        for at in range(len(text))
        if any(lower.startswith(one, at) for one in literals)
    ]
    begins = [
        place
        for place, at in zip(every, _places(lower, literals), strict=True)
        if at == 0 or not (lower[at - 1].isalnum() or lower[at - 1] == "_")
    ]
    assert set(begins) <= set(met) <= set(every)


def _places(lower: str, literals: list[str]) -> list[int]:
    return [at for at in range(len(lower)) if any(lower.startswith(one, at) for one in literals)]


def test_the_openings_of_a_pattern_begin_everything_it_matches() -> None:
    assert openings("затрима(?:в|ла)") == {"затримав", "затримала"}
    assert openings("заборон~ в'їзд") == {"заборон"}
    assert openings("суд(?:у|ом)?") == {"суд"}
    assert openings("(?:незаконн~ )?арешт~") == {"незаконн", "арешт"}
