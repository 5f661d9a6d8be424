"""Writes how well the readers read, measured on both halves of each gold set: `make quality`.

It takes a minute, so it is not part of `make docs`. The tuned half is guarded by golden files in
tests/gold/scores; the other half is measured here, when somebody asks, and never looked into.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from habeas import wiring
from habeas.model.actor import Actor
from habeas.reading.evaluation.scores import Evaluation, Score
from habeas.reading.probability.reliability import reliability
from habeas.settings import Settings
from habeas.workflows.evaluate import evaluate

GOLD = Path("tests/gold")
PAGE = Path("docs/explanation/how-well-it-reads.md")
LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian", "be": "Belarusian"}
HALVES = {"tuned": "rules were written looking at it", "frozen": "nobody who writes rules reads it"}
SLOTS = ("event date", "event place", "event charges", "event sentence")
SPEAKERS = ("event speaker", "figure speaker", "attribute speaker", "action speaker")
MARK = "<!-- measured: everything below is written by `make quality` -->"


def measured() -> dict[tuple[str, str], Evaluation]:
    """The evaluation of every half there is, by language and half."""
    found = {}
    for language in LANGUAGES:
        for half in HALVES:
            folder = GOLD / language / half
            if folder.is_dir():
                judged = evaluate(
                    [folder],
                    readers=wiring.readers(Settings()),
                    renderers=wiring.all_renderers(),
                    actor=Actor("docs"),
                )
                found[language, half] = judged.evaluation
    return found


def page(found: dict[tuple[str, str], Evaluation]) -> Iterator[str]:
    """The lines of the tables, in Markdown."""
    for half, what in HALVES.items():
        columns = [language for language in LANGUAGES if (language, half) in found]
        names = [LANGUAGES[language] for language in columns]
        yield f"\n## The {half} half\n\n{half.capitalize()}: {what}.\n"
        yield "| precision / recall / F1 | " + " | ".join(names) + " |"
        yield "|---|" + "---|" * len(columns)
        evaluations = [found[language, half] for language in columns]
        yield _row("documents", [str(one.documents) for one in evaluations])
        yield _row("person names", [_shares(one.names) for one in evaluations])
        for kind in evaluations[0].kinds:
            yield _row(kind, [_shares(one.kinds[kind]) for one in evaluations])
        yield _row("speaker right when given", [_slot(one, SPEAKERS) for one in evaluations])
        for slot in SLOTS:
            yield _row(f"{slot} right when filled", [_slot(one, (slot,)) for one in evaluations])
        yield _row(
            "quotes at their place", [_part(one.grounded, one.claims) for one in evaluations]
        )
        against = [_part(one.asserted_against, one.asserted) for one in evaluations]
        yield _row("asserted against the text", against)
    yield from _chances(found)


def _chances(found: dict[tuple[str, str], Evaluation]) -> Iterator[str]:
    yield "\n## What the probabilities are worth\n"
    yield "Claims by the chance their reader gave them, and the share of them that is right.\n"
    yield (
        "| | "
        + " | ".join(f"{at / 10:.1f} to {(at + 1) / 10:.1f}" for at in range(10))
        + " | error |"
    )
    yield "|---|" + "---|" * 11
    for (language, half), evaluation in found.items():
        judged = reliability(evaluation.probabilities)
        if judged is None:
            continue
        by_band = {round(band.low * 10): band for band in judged.bands}
        cells = [
            f"{by_band[at].right:.2f} of {by_band[at].claims}" if at in by_band else ""
            for at in range(10)
        ]
        yield _row(f"{LANGUAGES[language]}, {half}", [*cells, f"{judged.error:.3f}"])


def _row(name: str, cells: list[str]) -> str:
    return f"| {name} | " + " | ".join(cells) + " |"


def _shares(score: Score) -> str:
    shares = (score.precision, score.recall, score.f1)
    return " / ".join("–" if one is None else f"{one:.2f}" for one in shares)


def _slot(evaluation: Evaluation, names: tuple[str, ...]) -> str:
    scores = [evaluation.slots[name] for name in names if name in evaluation.slots]
    filled = sum(score.found for score in scores)
    right = sum(score.right for score in scores)
    return f"{right / filled:.2f} of {filled}" if filled else "–"


def _part(part: int, whole: int) -> str:
    return f"{part} of {whole}"


def main() -> None:
    """Puts fresh tables behind the mark; what stands before it is written by hand."""
    head = PAGE.read_text("utf-8").partition(MARK)[0]
    PAGE.write_text(head + MARK + "\n" + "\n".join(page(measured())) + "\n", encoding="utf-8")
    print(f"{PAGE} written")


if __name__ == "__main__":
    main()
