"""The English gold set: claims parse, quotes stand, and counts are as its README says."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.model import notation
from habeas.model.claim import CLAIM_KINDS, KIND_OF, AnyClaim
from tests.gold.stand import spoken

FOLDER = Path(__file__).with_name("en")
README = (FOLDER / "README.md").read_text("utf-8")
COUNTS = {"tuned": 30, "frozen": 22}
HALVES = {half: sorted((FOLDER / half).glob("*.txt")) for half in ("tuned", "frozen")}
REPORTS = [report for half in HALVES.values() for report in half]
EACH_REPORT = pytest.mark.parametrize(
    "report", REPORTS, ids=lambda one: f"{one.parent.name}/{one.stem}"
)
# Family names of people known to the public for these matters, as English writes them.
KNOWN = re.compile(
    r"\b(?:Sentsov|Kolchenko|Sushchenko|Klykh|Karpyuk|Hryb|Gryb|Balukh|Bekirov|Panov|Umerov"
    r"|Chiygoz|Chyigoz|Dzhelyal|Dzhelial|Akhtemov|Piekh|Matiushenko|Savchenko|Afanasyev"
    r"|Soloshenko|Yesypenko|Krosh|Temeryanov|Kurbedinov|Hemedzhi|Mustafayev|Kuku|Dzhemilev"
    r"|Cemilev|Chubarov|Kuleba|Lubinets|Denisova|Moskalkova|Medvedchuk|Zelensky|Zelenskyy|Putin"
    r"|Lavrov|Peskov|Lukashenko|Navalny|Khodorkovsky|Kara-Murza|Yashin|Tsikhanouskaya|Bialiatski"
    r"|Whelan|Gershkovich|Griner|Reed|Bout|Kurmasheva|Zaghari|Ratcliffe|Moore-Gilbert|Namazi"
    r"|Rezaian|Kovrig|Spavor|Meng|Foley|Levinson|Trudeau|Biden|Trump|Blinken|Borrell)\b"
)


def claims_of(report: Path) -> list[AnyClaim]:
    return notation.parse(report.with_suffix(".claims").read_text("utf-8"))


def rows(first: str) -> list[list[str]]:
    """Cells of the lines of the README's tables that begin with `first`."""
    lines = [line for line in README.splitlines() if re.match(rf"\| {first}", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_its_reports_with_claims_beside_them(half: str) -> None:
    claims = sorted((FOLDER / half).glob("*.claims"))
    assert [one.stem for one in claims] == [one.stem for one in HALVES[half]]
    assert len(claims) == COUNTS[half]


@EACH_REPORT
def test_claims_parse_and_their_quotes_stand_in_the_report(report: Path) -> None:
    content = report.read_bytes()
    words, sha = content.decode("utf-8"), sha256(content).hexdigest()
    for claim in claims_of(report):
        span = claim.quote.span
        assert claim.quote.document == sha
        assert words[span.start : span.end] == claim.quote.text
        assert notation.parse_one(notation.write(claim)) == claim
        assert [said for said in spoken(claim) if said not in words] == []


@EACH_REPORT
def test_a_claims_file_names_its_report_by_hash(report: Path) -> None:
    sha = sha256(report.read_bytes()).hexdigest()
    first = report.with_suffix(".claims").read_text("utf-8").splitlines()[0]
    assert first == f'document {sha[:8]} {sha} "{report.name}"'


@EACH_REPORT
def test_no_claim_stands_twice(report: Path) -> None:
    written = Counter(notation.write(claim) for claim in claims_of(report))
    assert [one for one, count in written.items() if count > 1] == []


@EACH_REPORT
def test_a_report_is_between_60_and_500_words_long(report: Path) -> None:
    assert 60 <= len(report.read_text("utf-8").split()) <= 500


@pytest.mark.parametrize("half", HALVES)
def test_counts_per_kind_are_as_stated(half: str) -> None:
    found = Counter(KIND_OF[type(one)] for report in HALVES[half] for one in claims_of(report))
    numbers = [len(HALVES[half]), *(found[kind] for kind in CLAIM_KINDS), found.total()]
    assert rows(f"{half} ") == [[half, *map(str, numbers)]]


def test_the_eleven_that_only_look_relevant_are_marked_with_their_claims() -> None:
    marked = {name: int(count) for name, count in rows(r"(?:tuned|frozen)/")}
    found = {name: len(claims_of(FOLDER / f"{name}.txt")) for name in marked}
    assert len(marked) == 11
    assert marked == found


@EACH_REPORT
def test_nobody_known_to_the_public_is_named(report: Path) -> None:
    assert KNOWN.findall(report.read_text("utf-8")) == []
