"""Invented reports in English, each with the claims that a careful reader takes from it."""

from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.gold.reading import claims_of, kept, rendered

FOLDER = Path(__file__).with_name("en")
REPORTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.stem)
def test_a_report_gives_the_claims_that_were_kept(report: Path, golden: Golden) -> None:
    golden(report.with_suffix(".claims"), kept(claims_of(report), report.name))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.stem)
def test_every_quote_of_a_report_stands_in_it(report: Path) -> None:
    captured = rendered(report).captured
    for claim in claims_of(report):
        assert captured[claim.quote.span.start : claim.quote.span.end] == claim.quote.text
