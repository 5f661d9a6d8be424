"""What taggers and the English parse gain, and what they cost: with and without, in one run.

    python -m benchmarks.taggers [FOLDER ...]

Quality is that of the tuned gold half. Speed is per CPU-second over the same texts put together to
documents of 5 kB, memory what the whole process took at most; each in a process of its own. Then
what the parse could still tell of who says and who denies it, which no reader takes from it. With
folders of plain texts of your own, every claim is listed that comes or goes by a tagger, and every
one that the parse sees said or denied otherwise, for a person to judge. Measures what is installed,
and has no limits.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from functools import partial
from io import StringIO
from pathlib import Path
from time import process_time
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.reading import GOLD, documents_of, gold, measured, memory_mb, rendered
from habeas import wiring
from habeas.model.actor import Actor
from habeas.model.claim import EventClaim, FigureClaim
from habeas.model.errors import SettingsBroken
from habeas.model.notation import write
from habeas.model.rendition import Rendition
from habeas.model.vocabulary import Modality
from habeas.protocols import Reader
from habeas.reading.taggers.spacy_model import PARSE, SpacyModel
from habeas.settings import Settings
from habeas.workflows.evaluate import evaluate

VARIANTS = (
    ("en", ()),
    ("en", ("spacy-parse",)),
    ("en", ("spacy-names",)),
    ("en", ("spacy-parse", "spacy-names")),
    ("ru", ()),
    ("ru", ("slovnet-names",)),
)
ONE = "--one"  # measures one variant and prints it for the process that asked
KINDS = ("event", "figure", "attribute", "action")
SLOTS = {"en": ("event date", "event place"), "ru": ("event place", "figure territory")}
DOCUMENTS = 20
REPORTING = (
    "said", "says", "say", "told", "tells", "reported", "reports", "announced", "stated",
    "claimed", "claims", "added", "confirmed", "alleged", "alleges", "wrote", "writes", "noted",
    "believes", "warned", "insisted", "declared",
)  # fmt: skip
_WHERE = re.compile(r"\n\s+from \S+ (?:\S+ )?-- ")


@dataclass(frozen=True, slots=True)
class Figures:
    """What one variant reached; shares as precision / recall."""

    language: str
    taggers: tuple[str, ...]
    cells: dict[str, str]


def reader_of(language: str, taggers: Sequence[str]) -> Reader:
    settings = Settings(taggers=tuple(taggers), readers=(f"frames-{language}",))
    (reader,) = wiring.readers(settings)
    return reader


def figures(language: str, taggers: Sequence[str]) -> dict[str, str]:
    """Quality, speed and memory of one variant, in this process."""
    start = process_time()
    reader = reader_of(language, taggers)
    loading = process_time() - start
    with wiring.renderers() as renderers:
        judged = evaluate(
            [GOLD / language / "tuned"],
            readers=[reader],
            renderers=renderers,
            actor=Actor("benchmark"),
        ).evaluation
    scores = {kind: judged.kinds[kind] for kind in KINDS} | {"person names": judged.names}
    cells = {kind: f"{one.precision:.3f} / {one.recall:.3f}" for kind, one in scores.items()}
    for slot in SLOTS[language]:
        one = judged.slots[slot]
        cells[slot] = f"{one.right} right of {one.found}, {one.wanted} told"
    cells["against the text"] = f"{judged.asserted_against} of {judged.asserted}"
    speed = measured(partial(_read, reader), documents_of(gold(language), DOCUMENTS))
    cells["5 kB documents per CPU-second"] = f"{speed.rate:.1f}"
    cells["to load, CPU seconds"] = f"{loading:.1f}"
    cells["memory, MB"] = f"{memory_mb():.0f}"
    return cells


def _read(reader: Reader, text: str) -> object:
    return reader.read(rendered(text))


def all_figures() -> Iterator[Figures]:
    for language, taggers in VARIANTS:
        command = [sys.executable, "-m", "benchmarks.taggers", ONE, language, *taggers]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            print(f"{language} {', '.join(taggers) or 'alone'}: not measured: {reason}")
        else:
            yield Figures(language, taggers, json.loads(done.stdout))


def table_of(language: str, found: Sequence[Figures]) -> Table:
    own = [one for one in found if one.language == language]
    heads = ["alone" if not one.taggers else " and ".join(one.taggers) for one in own]
    title = f"{language}, tuned half: precision / recall"
    table = Table("", *heads, title=title)
    for row in own[0].cells if own else ():
        table.add_row(row, *(one.cells[row] for one in own))
    return table


def changes(folders: Sequence[Path]) -> Iterator[str]:
    """Each claim that a tagger brings or takes away, text by text."""
    texts = _texts_in(folders)
    for language, taggers in VARIANTS:
        if not taggers:
            continue
        alone, with_it = reader_of(language, ()), reader_of(language, taggers)
        for name, text in texts:
            rendition = rendered(text)
            before = [_shown(one) for one in alone.read(rendition)[0]]
            after = [_shown(one) for one in with_it.read(rendition)[0]]
            where = f"{name} {', '.join(taggers)}"
            yield from (f"{where} + {one}" for one in after if one not in before)
            yield from (f"{where} - {one}" for one in before if one not in after)


def _texts_in(folders: Sequence[Path]) -> list[tuple[str, str]]:
    found = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [(path.name, path.read_text("utf-8")) for path in found]


def probed(texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Each English claim under a reporting verb that has no speaker, or under "not"."""
    model = SpacyModel([PARSE], expected="")
    reader = reader_of("en", ())
    for name, text in texts:
        rendition = rendered(text)
        claims = [one for one in reader.read(rendition)[0] if isinstance(one, _TELLING)]
        for claim in claims:
            above = _above(claim, rendition, model)
            if claim.speaker is None and (speaker := _speaker(above)):
                yield f"{name}: said by {speaker!r} in the parse: {_shown(claim)}"
            if claim.modality is Modality.ASSERTED and (verb := _negated(above)):
                yield f"{name}: under a negated {verb!r} in the parse: {_shown(claim)}"


_TELLING = (EventClaim, FigureClaim)


def _above(claim: EventClaim | FigureClaim, rendition: Rendition, model: SpacyModel) -> list[Any]:
    """The word that names the participant, and those that govern it, up to the main verb."""
    people = claim.persons if isinstance(claim, EventClaim) else (claim.population,)
    span = people[0].span if people and people[0] is not None else None
    if span is None:
        return []
    for paragraph, document in model.documents(rendition.text, rendition.paragraphs):
        if paragraph.start <= span.start < paragraph.end:
            at = span.start - paragraph.start
            word = next((one for one in document if one.idx <= at < one.idx + len(one)), None)
            return [word, *word.ancestors] if word is not None else []
    return []


def _speaker(above: Sequence[Any]) -> str:
    for word in above:
        if word.dep_ == "ccomp" and word.head.lower_ in REPORTING:
            return next((one.text for one in word.head.children if one.dep_ == "nsubj"), "")
    return ""


def _negated(above: Sequence[Any]) -> str:
    verb = next((one for one in above if one.tag_.startswith("VB")), None)
    is_negated = verb is not None and any(one.dep_ == "neg" for one in verb.children)
    return str(verb) if is_negated else ""


def _shown(claim: Any) -> str:  # noqa: ANN401  # any kind of claim
    return _WHERE.sub("\n      ", write(replace(claim, reading=None)))


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == [ONE]:
        with redirect_stdout(StringIO()):
            cells = figures(arguments[1], arguments[2:])
        json.dump(cells, sys.stdout)
        return 0
    if arguments:
        try:
            folders = [Path(one) for one in arguments]
            for line in changes(folders):
                print(line)
            for line in probed(_texts_in(folders)):
                print(line)
        except SettingsBroken as broken:
            print(broken)
            return 1
        return 0
    found = list(all_figures())  # before anything is loaded here: memory counts from here on
    for language in dict.fromkeys(language for language, _ in VARIANTS):
        Console(width=130).print(table_of(language, found))
    try:
        left = list(probed(_texts_in([GOLD / "en" / "tuned"])))
    except SettingsBroken as broken:
        left = [str(broken)]
    print("Said or denied otherwise by the parse, in the English texts:", *left, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
