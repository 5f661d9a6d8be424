"""The report the product began with, read from its captured bytes to its claims.

It lies beside the repository, since it is not ours to hand on; an invented twin of it, with the
same constructions, is among the reports in tests/gold/en.
"""

from pathlib import Path

import pytest

from habeas.model.claim import AnyClaim
from habeas.model.partial_date import PartialDate
from tests.conftest import Golden
from tests.gold.reading import claims_of, kept, rendered
from tests.reports import facts

SEED = Path(__file__).parents[3] / "shared" / "seed"
KEPT = Path(__file__).with_name("seed.claims")

DECLARATION = (
    'object="Declaration Against Arbitrary Detention in State-to-State Relations"/instrument'
)
KULEBA = 'speaker="Dmytro Kuleba"/person'
SAID = 'speaker="Kuleba"/person="Dmytro Kuleba"'
MINISTER = 'speaker="Minister"/person="Dmytro Kuleba"'
ON_THE_DAY = '2021-02-15("February 15" document year_inferred)'
SPOKEN = "2021-02-15(document)"
BOUND = 'on_behalf_of="Ukraine"/state target="Russian Federation"/state="Russia"'

ASKED_FOR = [
    (
        f'{SPOKEN} denounce actor="Participating states"/state '
        'object="detentions as political leverage"/thing'
    ),
    (
        '- attribute:role subject="Dmytro Kuleba"/person '
        'value="Minister for Foreign Affairs of Ukraine"'
    ),
    (
        f'{ON_THE_DAY} participate actor="Dmytro Kuleba"/person on_behalf_of="Ukraine"/state '
        'object="ministerial conference"/forum'
    ),
    f"{ON_THE_DAY} launch {DECLARATION}",
    f'- initiate actor="Canada"/state {DECLARATION}',
    f'2020-10("October 2020") initiate actor="Canada"/state {DECLARATION}',
    (
        f'{SPOKEN} figure:held quantity=about:100("about 100") population="Ukrainians"/group '
        'territory="Russia"/state territory="Crimea"/place basis=current '
        f'grounds="politically motivated charges" {KULEBA}'
    ),
    (
        f'{SPOKEN} figure:released quantity=dozens:24..99("dozens") '
        'population="political prisoners"/group holder="Russian"/state="Russia" '
        f"basis=cumulative {SAID}"
    ),
    (
        f'{SPOKEN} characterised:politically_motivated act="persecution" '
        f'of="citizens of Ukraine"/group against="occupying power"/body {SAID}'
    ),
    (
        f'{SPOKEN} characterised:fabricated act="charges" '
        f'of="citizens of Ukraine"/group against="occupying power"/body {SAID}'
    ),
    (
        f'{SPOKEN} characterised:arbitrary act="arrests" place="Crimea"/place '
        f'place="parts of Donbas"/place {KULEBA}'
    ),
    f'{SPOKEN} attribute:occupied_by subject="Crimea"/place value="Russia"/state {KULEBA}',
    f'{SPOKEN} attribute:occupied_by subject="parts of Donbas"/place value="Russia"/state {KULEBA}',
    (
        f'{SPOKEN} demand actor="Kuleba"/person="Dmytro Kuleba" {BOUND} '
        'object="fulfill its obligations under international humanitarian law and international '
        f'human rights law"/thing {SAID}'
    ),
    (
        f'{SPOKEN} demand actor="Kuleba"/person="Dmytro Kuleba" {BOUND} '
        'object="liberate all Ukrainian citizens arbitrarily arrested and illegally imprisoned by '
        f'Russia"/thing {SAID}'
    ),
    (
        '- invite actor="Minister"/person="Dmytro Kuleba" on_behalf_of="Ukraine"/state '
        'target="participating delegates"/group object="Summit"/forum="Summit of the Crimean '
        'Platform" due=2021("this year" document)'
    ),
    (
        f'{SPOKEN} report actor="MFA Ukraine\'s press service"/body '
        'object="The main goal is to rally '
        "like-minded countries to build a collective global response to the so-called "
        '\\"coercive diplomacy,\\""/thing'
    ),
]
# True besides, and said in the report.
ALSO_TRUE = [
    f'{SPOKEN} characterised:politically_motivated act="charges" of="Ukrainians"/group {KULEBA}',
    (
        f'{SPOKEN} characterised:arbitrary act="arrested" of="Ukrainian citizens"/group '
        f'against="Russia"/state {SAID}'
    ),
    (
        f'{SPOKEN} characterised:unlawful act="imprisoned" of="Ukrainian citizens"/group '
        f'against="Russia"/state {SAID}'
    ),
    (
        '- initiate actor="Ukraine"/state object="Crimean Platform"/forum="Crimea Platform" '
        f"{MINISTER}"
    ),
    '- attribute:role subject="Kuleba"/person="Dmytro Kuleba" value="Minister"',
]


@pytest.fixture(scope="module")
def seed() -> Path:
    files = sorted(SEED.glob("*.txt"))
    if not files:
        pytest.skip(f"no report in {SEED}: it is kept beside the repository")
    return files[0]


@pytest.fixture(scope="module")
def claims(seed: Path) -> list[AnyClaim]:
    return claims_of(seed)


def test_the_container_dates_the_report(seed: Path) -> None:
    assert rendered(seed).published == PartialDate("2021-02-15")


@pytest.mark.parametrize("fact", ASKED_FOR)
def test_what_the_report_says_is_read(claims: list[AnyClaim], fact: str) -> None:
    assert fact in facts(claims)


def test_nothing_else_is_read_from_it(claims: list[AnyClaim]) -> None:
    assert sorted(facts(claims)) == sorted([*ASKED_FOR, *ALSO_TRUE])


def test_every_quote_stands_in_the_captured_text(seed: Path, claims: list[AnyClaim]) -> None:
    captured = rendered(seed).captured
    assert all(captured[c.quote.span.start : c.quote.span.end] == c.quote.text for c in claims)


def test_nothing_is_read_from_teaser_label_or_byline(seed: Path, claims: list[AnyClaim]) -> None:
    captured = rendered(seed).captured
    for words in ("Read also", "Borrell", "Memo", "Author"):
        at = captured.index(words)
        assert not any(c.quote.span.start <= at < c.quote.span.end for c in claims), words


def test_the_claims_are_those_that_were_kept(claims: list[AnyClaim], golden: Golden) -> None:
    golden(KEPT, kept(claims, "seed.txt"))
