"""The Russian gold set: claims parse, quotes stand, and counts are as its README says."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.model import notation
from habeas.model.claim import CLAIM_KINDS, KIND_OF, AnyClaim
from tests.gold.stand import spoken

FOLDER = Path(__file__).with_name("ru")
README = (FOLDER / "README.md").read_text("utf-8")
COUNTS = {"tuned": 30, "frozen": 22}
HALVES = {half: sorted((FOLDER / half).glob("*.txt")) for half in ("tuned", "frozen")}
REPORTS = [report for half in HALVES.values() for report in half]
# Family names of people known to the public for these matters, in the set's own language.
KNOWN = re.compile(
    r"\b(?:Сенцов|Кольченко|Сущенко|Клых|Карпюк|Гриб|Балух|Бекиров|Панов|Умеров|Чийгоз|Джелял"
    r"|Ахтемов|Пех|Матюшенко|Савченко|Афанасьев|Солошенко|Есипенко|Джемилев|Чубаров|Кулеба|Лубинец"
    r"|Денисова|Москалькова|Медведчук|Зеленский|Путин|Лавров|Песков|Лукашенко|Навальн|Ходорковск"
    r"|Кара-Мурза|Яшин|Дзядко|Ерофеев|Кориневич|Ташева)\w{0,3}\b"
)


def claims_of(report: Path) -> list[AnyClaim]:
    return notation.parse(report.with_suffix(".claims").read_text("utf-8"))


def rows(first: str) -> list[list[str]]:
    """Cells of the lines of the README's tables that begin with `first`."""
    lines = [line for line in README.splitlines() if re.match(rf"\| {first}", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_each_half_has_its_reports_with_claims_beside_them() -> None:
    for half, reports in HALVES.items():
        assert len(reports) == COUNTS[half]
        claims = sorted((FOLDER / half).glob("*.claims"))
        assert [one.stem for one in claims] == [one.stem for one in reports]


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: f"{one.parent.name}/{one.stem}")
def test_claims_parse_and_their_quotes_stand_in_the_report(report: Path) -> None:
    content = report.read_bytes()
    words, sha = content.decode("utf-8"), sha256(content).hexdigest()
    for claim in claims_of(report):
        span = claim.quote.span
        assert claim.quote.document == sha
        assert words[span.start : span.end] == claim.quote.text
        assert notation.parse_one(notation.write(claim)) == claim
        assert all(said in words for said in spoken(claim))


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: f"{one.parent.name}/{one.stem}")
def test_a_claims_file_names_its_report_by_hash(report: Path) -> None:
    sha = sha256(report.read_bytes()).hexdigest()
    first = report.with_suffix(".claims").read_text("utf-8").splitlines()[0]
    assert first == f'document {sha[:8]} {sha} "{report.name}"'


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: f"{one.parent.name}/{one.stem}")
def test_no_claim_stands_twice(report: Path) -> None:
    written = [notation.write(claim) for claim in claims_of(report)]
    assert [one for one, count in Counter(written).items() if count > 1] == []


@pytest.mark.parametrize("half", HALVES)
def test_counts_per_kind_are_as_stated(half: str) -> None:
    found = Counter(KIND_OF[type(one)] for report in HALVES[half] for one in claims_of(report))
    numbers = [len(HALVES[half]), *(found[kind] for kind in CLAIM_KINDS), found.total()]
    assert rows(f"{half} ") == [[half, *map(str, numbers)]]


def test_the_eleven_that_only_look_relevant_are_marked() -> None:
    marked = {name: int(count) for name, count in rows(r"(?:tuned|frozen)/")}
    found = {f"{one.parent.name}/{one.stem}": one for one in REPORTS if "irrelevant" in one.stem}
    assert len(marked) == 11
    assert marked == {name: len(claims_of(one)) for name, one in found.items()}


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: f"{one.parent.name}/{one.stem}")
def test_nobody_known_to_the_public_is_named(report: Path) -> None:
    assert KNOWN.findall(report.read_text("utf-8")) == []
