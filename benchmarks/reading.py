"""Reading, beside the spaCy pipeline alone and a list of keywords: per CPU-second, in one run.

    python benchmarks/reading.py

The texts are the tuned gold documents of each language, put together to documents of 5 kB (bytes of
UTF-8). The sieve is asked of the same documents without the sentences that hold a trigger, so that
it has to look at every byte. Ends with status 1 where a limit is passed.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time

from rich.console import Console
from rich.table import Table

from habeas import wiring
from habeas.model.document import Document
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.protocols import Reader
from habeas.reading.renderers.plain_text import PlainTextRenderer
from habeas.reading.sieve.aho_corasick import AhoCorasickScanner
from habeas.reading.sieve.relevance import Relevance
from habeas.reading.sieve.scanner import Scanner, Wanted
from habeas.reading.sieve.words import Triggers
from habeas.reference.abbreviation_words import abbreviation_words
from habeas.reference.relevance_words import all_relevance_words
from habeas.text.segments import segments
from habeas.text.tokens import tokenise

HOME = Path(__file__).parents[1]
GOLD = HOME / "tests/gold"
SPACY = HOME / "benchmarks/peers/spacy_alone.py"
PEERS = HOME / "build/peers/bin/python"
SIZE = 5000  # bytes of a document
SECONDS = 1.5  # CPU time given to each measurement, about
LANGUAGES = ("en", "uk", "ru")
LEAST = {"en": 20.0, "uk": 100.0, "ru": 100.0}  # documents per CPU-second
LEAST_SIEVE = 150.0  # MB per CPU-second
MOST_MEMORY_MB = 1000.0
MOST_FIRST_CLAIM_S = 3.0
SHARE_TOLD = 100  # one document in so many speaks of detention, in a stream of news


@dataclass(frozen=True, slots=True)
class Speed:
    """Bytes done, in how many CPU seconds."""

    size: int
    seconds: float

    @property
    def rate(self) -> float:
        """Documents of exactly 5 kB; those that are read are a little longer."""
        return self.size / SIZE / self.seconds

    @property
    def megabytes(self) -> float:
        return self.size / self.seconds / 1e6


def gold(language: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((GOLD / language / "tuned").glob("*.txt"))]


def documents_of(paragraphs: Sequence[str], count: int) -> list[str]:
    """So many documents of about 5 kB, each beginning where the one before ended."""
    found = []
    at = 0
    for _ in range(count):
        taken: list[str] = []
        size = 0
        while size < SIZE:
            taken.append(paragraphs[at % len(paragraphs)])
            size += len(taken[-1].encode()) + 2
            at += 1
        found.append("\n\n".join(taken))
    return found


def measured(work: Callable[[str], object], texts: Sequence[str]) -> Speed:
    """Over and over the same texts, until the time is up."""
    work(texts[0])
    size = 0
    start = process_time()
    while process_time() - start < SECONDS:
        for text in texts:
            work(text)
            size += len(text.encode())
    return Speed(size, process_time() - start)


def rendered(text: str) -> Rendition:
    content = text.encode()
    document = Document(
        sha256=sha256(content).hexdigest(),
        size=len(content),
        media_type="text/plain",
        captured_at=datetime(2031, 5, 6, tzinfo=UTC),
        captured_by="benchmark",
        tool="benchmark",
        encoding="utf-8",
    )
    rendition, problems = PlainTextRenderer().render(document, content)
    if rendition is None:
        sys.exit(f"a gold text cannot be rendered: {problems}")
    return rendition


def _read(reader: Reader, text: str) -> object:
    return reader.read(rendered(text))


def keywords(triggers: Triggers) -> Callable[[str], int]:
    """The usual way to find reports: a word of the list stands in the text."""
    beginnings = tuple(one for one in triggers.literals if one.isalpha())
    return lambda text: sum(word.startswith(beginnings) for word in text.lower().split())


def stages(reader: Reader, language: str) -> Iterator[tuple[str, Callable[[str], object]]]:
    """What a document goes through, each stage with all that comes before it."""
    short = abbreviation_words(language)

    def cut(text: str) -> list[Span]:
        return [one for span in rendered(text).paragraphs for one in segments(text, span, short)]

    yield "rendered", rendered
    yield "and cut to segments", cut
    yield "and to words", lambda one: [tokenise(one, s.start, s.end) for s in cut(one)]
    yield "and read", partial(_read, reader)


def untold(triggers: Triggers, language: str) -> list[str]:
    """The sentences in which no trigger stands."""
    short = abbreviation_words(language)
    return [
        text[one.start : one.end]
        for text in gold(language)
        for span in rendered(text).paragraphs
        for one in segments(text, span, short)
        if not any(
            triggers.begin(text[word.start : one.end])
            for word in tokenise(text, one.start, one.end)
        )
    ]


def scanners() -> Iterator[Callable[[Wanted], Scanner]]:
    try:
        from habeas.reading.sieve.hyperscan import HyperscanScanner  # noqa: PLC0415  # optional
    except ImportError:
        print("hyperscan: not installed (pip install 'habeas[fast]'), not measured")
    else:
        yield HyperscanScanner
    yield AhoCorasickScanner


def spacy_alone(texts: Sequence[str]) -> tuple[Speed, float] | None:
    """The same texts through the peer, and its memory; None where it is not installed."""
    if not PEERS.exists():
        print("spaCy: not installed, not measured. To compare: make bench-peers")
        return None
    done = subprocess.run(
        [str(PEERS), str(SPACY)],
        input=json.dumps(list(texts)),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"spaCy: failed, not measured: {done.stderr[-300:]}")
        return None
    told = json.loads(done.stdout)
    size = sum(len(text.encode()) for text in texts)
    return Speed(size, told["seconds"]), told["memory_mb"]


def first_claim_s(folder: Path) -> float:
    """Wall seconds from the start of the command until it has printed a claim."""
    command = str(Path(sys.executable).with_name("habeas"))
    start = perf_counter()
    process = subprocess.Popen(
        [command, "read", str(folder), "--format", "notation"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    late = threading.Timer(60, process.kill)
    late.start()
    seconds = 0.0
    for line in process.stdout or ():
        if line.startswith("- "):
            seconds = perf_counter() - start
            break
    process.kill()
    process.wait()
    late.cancel()
    if not seconds:
        sys.exit("habeas read printed no claim")
    return seconds


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def readers_table(readers: dict[str, Reader], triggers: Triggers) -> tuple[Table, list[str]]:
    table = Table("", "language", "5 kB documents/s", "MB/s", "times spaCy", title="Per CPU-second")
    faults = []
    english = documents_of(gold("en"), 30)
    peer = spacy_alone(english)
    for language in LANGUAGES:
        texts = documents_of(gold(language), 30)
        speed = measured(partial(_read, readers[language]), texts)
        least = LEAST[language]
        if speed.rate < least:
            faults.append(f"{language}: {speed.rate:.1f} documents per CPU-second, not {least:g}")
        table.add_row(*_row(f"frames-{language}", language, speed, peer and peer[0]))
    by_word = measured(keywords(triggers), english)
    table.add_row(*_row("keywords", "en", by_word, peer and peer[0]))
    if peer:
        table.add_row(*_row("spaCy en_core_web_sm", "en", peer[0], peer[0]))
        table.caption = f"memory of spaCy: {peer[1]:.0f} MB"
    return table, faults


def _row(name: str, language: str, speed: Speed, peer: Speed | None) -> tuple[str, ...]:
    times = f"{speed.rate / peer.rate:.1f}" if peer else "-"
    return name, language, f"{speed.rate:,.1f}", f"{speed.megabytes:.3f}", times


def stages_table(readers: dict[str, Reader]) -> Table:
    table = Table("until it is", *LANGUAGES, title="Where the time goes: ms a document, so far")
    rows: dict[str, list[str]] = {}
    for language in LANGUAGES:
        texts = documents_of(gold(language), 10)
        for name, work in stages(readers[language], language):
            rows.setdefault(name, []).append(f"{1000 / measured(work, texts).rate:.2f}")
    for name, row in rows.items():
        table.add_row(name, *row)
    return table


def sieve_table(triggers: Triggers) -> tuple[Table, list[str]]:
    streams = {
        f"{language}, no trigger": documents_of(untold(triggers, language), 400)
        for language in LANGUAGES
    }
    mixed = [text for listed in streams.values() for text in listed[:200]]
    told = documents_of(gold("en"), len(mixed) // SHARE_TOLD)
    streams[f"all three, 1 in {SHARE_TOLD} tells"] = [*mixed, *told]
    table = Table("scanner", *streams, title="Sieve: MB per CPU-second (letters alone / whole)")
    best = 0.0
    for make in scanners():
        relevance, scanner = Relevance(make), make(Wanted(triggers.literals))
        cells = []
        whole = 0.0
        for texts in streams.values():
            raw = [text.encode() for text in texts]
            letters = _megabytes(partial(scanner.scan, found=_go_on), raw)
            whole = _megabytes(relevance.is_relevant, raw)
            cells.append(f"{letters:.0f} / {whole:.0f}")
        best = max(best, whole)  # of the last stream, which is what an archive is like
        table.add_row(relevance.scanner, *cells)
    if best < LEAST_SIEVE:
        return table, [f"sieve: {best:.0f} MB per CPU-second, not {LEAST_SIEVE:g}"]
    return table, []


def _go_on(_: int) -> bool:
    return False


def _megabytes(work: Callable[[bytes], object], raw: Sequence[bytes]) -> float:
    size = 0
    start = process_time()
    while process_time() - start < SECONDS:
        for content in raw:
            work(content)
            size += len(content)
    return size / (process_time() - start) / 1e6


def main() -> int:
    readers = {
        language: reader
        for reader in reversed(wiring.all_readers())
        for language in reader.languages & set(LANGUAGES)
    }
    triggers = Triggers(all_relevance_words())
    console = Console(width=110)
    table, faults = readers_table(readers, triggers)
    console.print(table)
    console.print(stages_table(readers))
    memory = memory_mb()
    sieves, too_slow = sieve_table(triggers)
    console.print(sieves)
    with tempfile.TemporaryDirectory() as name:
        for path in sorted((HOME / "examples/reports").iterdir()):
            if path.is_file():
                shutil.copy(path, name)
        first = min(first_claim_s(Path(name)) for _ in range(3))
    print(f"memory of the readers   {memory:8.0f} MB (at most {MOST_MEMORY_MB:g})")
    print(f"first claim, cold       {first:8.2f} s of wall time (at most {MOST_FIRST_CLAIM_S:g})")
    faults += too_slow
    if memory > MOST_MEMORY_MB:
        faults.append(f"memory: {memory:.0f} MB")
    if first > MOST_FIRST_CLAIM_S:
        faults.append(f"first claim: after {first:.2f} s")
    for fault in faults:
        print(f"Over the limit: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
