"""What a reader's signs weigh, fitted on documents whose claims a careful person took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.model.actor import Actor
from habeas.model.problem import Problem
from habeas.protocols import Reader, Renderer
from habeas.reading.evaluation.scores import Evaluation, JudgedClaim
from habeas.reading.probability.logistic import fit
from habeas.reading.probability.reliability import Reliability, reliability
from habeas.reading.probability.signs import Beside, signs
from habeas.reference.calibration import Calibration
from habeas.workflows.evaluate import Progress, evaluate

FOLDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """A calibration, and how well such a one does on documents it was not fitted on."""

    calibration: Calibration
    unseen: Reliability
    problems: tuple[Problem, ...]


def calibrate(
    places: Sequence[Path],
    *,
    reader: Reader,
    renderers: Sequence[Renderer],
    actor: Actor,
    progress: Progress | None = None,
) -> Calibrated | None:
    """Fits weights for one reader; None where it found nothing in these documents."""
    judged = evaluate(places, readers=[reader], renderers=renderers, actor=actor, progress=progress)
    cases = cases_of(judged.evaluation)
    if not cases:
        return None
    weights = fit([(borne, is_right) for _, borne, is_right in cases])
    unseen = reliability(_left_out(cases))
    if unseen is None:
        raise AssertionError(cases)
    return Calibrated(
        calibration=Calibration(
            reader=reader.name,
            version=reader.version,
            documents=judged.evaluation.documents,
            claims=len(cases),
            right=sum(is_right for *_, is_right in cases),
            base=weights.base,
            signs=weights.of_signs,
        ),
        unseen=unseen,
        problems=judged.problems,
    )


def cases_of(evaluation: Evaluation) -> list[tuple[str, frozenset[str], bool]]:
    """Of each claim found: its document, the signs it bears, whether it is right."""
    return [_case(one) for one in evaluation.judged]


def _case(judged: JudgedClaim) -> tuple[str, frozenset[str], bool]:
    claim = judged.claim
    return claim.quote.document, signs(claim, Beside.of(judged.beside)), judged.is_right


def _left_out(cases: Sequence[tuple[str, frozenset[str], bool]]) -> list[tuple[float, bool]]:
    """Each claim's chance under weights fitted without its document (cross-validation)."""
    documents = sorted({document for document, *_ in cases})
    fold_of = {document: at % FOLDS for at, document in enumerate(documents)}
    found: list[tuple[float, bool]] = []
    for fold in range(min(FOLDS, len(documents))):
        inside = [one for one in cases if fold_of[one[0]] == fold]
        others = [(borne, is_right) for at, borne, is_right in cases if fold_of[at] != fold]
        if not others:
            others = [(borne, is_right) for _, borne, is_right in inside]
        weights = fit(others)
        found += [(weights.probability(borne), is_right) for _, borne, is_right in inside]
    return found
