"""All that is found in a set of figures by the rules of `figures/1`."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.ledger.figures.definition import Figure
from habeas.ledger.figures.discrepancy import Discrepancy
from habeas.ledger.figures.meanings import faults_of_meaning
from habeas.ledger.figures.series import faults_of_series
from habeas.ledger.figures.sums import faults_of_sums


def discrepancies(figures: Sequence[Figure]) -> list[Discrepancy]:
    """Mistakes first, then what is worth knowing; each in the order its first figure is given."""
    order = {one.id: at for at, one in enumerate(figures)}
    found = [
        *faults_of_sums(figures),
        *faults_of_series(figures),
        *faults_of_meaning(figures),
    ]
    return sorted(
        found, key=lambda one: (not one.is_fault, order[one.figures[0].id], one.kind.value)
    )
