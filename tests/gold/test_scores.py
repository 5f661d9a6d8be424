"""How well the readers read the tuned half of each gold set: a change shows as a diff of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas import wiring
from habeas.cli.evaluate import scores_as_text
from habeas.model.actor import Actor
from habeas.settings import Settings
from habeas.workflows.evaluate import evaluate
from tests.conftest import Golden

GOLD = Path(__file__).parent
HALVES = sorted(str(half.relative_to(GOLD)) for half in GOLD.glob("*/tuned"))


@pytest.mark.parametrize("half", HALVES)
def test_scores_are_as_written_down(half: str, golden: Golden) -> None:
    judged = evaluate(
        [GOLD / half],
        readers=wiring.readers(Settings()),
        renderers=wiring.all_renderers(),
        actor=Actor("a test"),
    )
    assert judged.problems == ()
    assert judged.evaluation.grounded == judged.evaluation.claims
    golden(GOLD / "scores" / f"{half.replace('/', '-')}.txt", scores_as_text(judged.evaluation))
