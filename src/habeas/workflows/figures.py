"""Figures: which a register holds, why two differ, and what in them cannot be right."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.ledger.figures.check import discrepancies
from habeas.ledger.figures.compare import Comparison, compare
from habeas.ledger.figures.definition import Figure
from habeas.ledger.figures.discrepancy import Discrepancy
from habeas.ledger.view import KeptClaim, View
from habeas.model.claim import FigureClaim
from habeas.model.document import Document
from habeas.model.errors import NothingFound
from habeas.model.vocabulary import Modality

_SAID_TO_BE_SO = (Modality.ASSERTED, Modality.ALLEGED)
_FEWEST_DIGITS = 4


def figures(view: View) -> list[Figure]:
    """Every figure that counts, as of the day and knowledge of the view; by date, then as entered.

    What is only planned, demanded or denied is no count of anybody.
    """
    found: dict[str, Figure] = {}
    documents = {one.sha256: one for one in view.documents()}
    for kept in view.figures():
        claim = kept.claim
        if isinstance(claim, FigureClaim) and claim.modality in _SAID_TO_BE_SO:
            found[kept.id] = _figure(kept, claim, documents)
    whole = [_with_whole(one, found) for one in found.values()]
    return sorted(whole, key=_day)


def compared(view: View, one: str, other: str) -> Comparison:
    """Why two figures differ, by their ids. Raises: NothingFound."""
    held = figures(view)
    return compare(figure_named(held, one), figure_named(held, other), held)


def checked(view: View) -> list[Discrepancy]:
    """What is wrong or worth knowing in all figures held together."""
    return discrepancies(figures(view))


def figure_named(held: Sequence[Figure], prefix: str) -> Figure:
    """The one figure whose id begins so. Raises: NothingFound."""
    found = [one for one in held if len(prefix) >= _FEWEST_DIGITS and one.id.startswith(prefix)]
    if len(found) != 1:
        several = ", ".join(one.id[:12] for one in found[:5])
        remedy = f"Several begin so: {several}." if found else "List them: habeas figures list"
        raise NothingFound(what="figure", wanted=prefix, remedy=remedy)
    return found[0]


def _figure(kept: KeptClaim, claim: FigureClaim, documents: dict[str, Document]) -> Figure:
    return Figure(kept.id, claim, documents.get(claim.quote.document))


def _with_whole(one: Figure, held: dict[str, Figure]) -> Figure:
    """The figure with its whole, and that with its own: parts of parts are not deep."""
    whole = held.get(one.claim.subset_of)
    if whole is None or whole is one:
        return one
    above = held.get(whole.claim.subset_of)
    if above is not None and above not in (one, whole):
        whole = Figure(whole.id, whole.claim, whole.document, above)
    return Figure(one.id, one.claim, one.document, whole)


def _day(one: Figure) -> str:
    last = one.as_of.latest if one.as_of else None
    return last.isoformat() if last else ""
