"""Any OpenAI-compatible chat-completions server as a reader, behind a gate that trusts it nothing.

Off unless it is asked for by name; sends nothing that the register does not let out. What it
proposes is compared with what the rules read (reading/agreement) and is never kept on its own word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from habeas.model.claim import AnyClaim, Reading
from habeas.model.codec import claim_id
from habeas.model.egress import Sending
from habeas.model.errors import EgressRefused
from habeas.model.problem import Problem, Severity
from habeas.model.rendition import Rendition
from habeas.protocols import Egress
from habeas.reading.language_model.answer import Answer
from habeas.reading.language_model.ask import Interview
from habeas.reading.language_model.chunks import Chunk, chunks_of, segments_of, too_long
from habeas.reading.language_model.client import Client
from habeas.reading.language_model.faults import Fault, NoAnswer
from habeas.reading.language_model.gate import admit
from habeas.reading.language_model.manner import languages
from habeas.reading.language_model.prompt import prompt_hash
from habeas.reading.language_model.tally import Tally
from habeas.reference.files import edition


def _now() -> datetime:
    return datetime.now(UTC)


class LanguageModelReader:
    """Proposes claims by a language model on a server; each has passed the grounding gate.

    `tally` counts what the gate dropped, publisher by publisher, over the life of the reader;
    `characters_sent` those of documents that were let out.
    """

    name = "language-model"
    version = "1"

    def __init__(
        self, client: Client, *, model: str, egress: Egress, clock: Callable[[], datetime] = _now
    ) -> None:
        self.languages = languages()
        self.tally = Tally()
        self.characters_sent = 0
        self.endpoint = client.endpoint
        self._interview = Interview(client, model=model)
        self._model = model
        self._egress = egress
        self._clock = clock

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        """Claims as they were proposed, each once; a note for each reason to drop some."""
        cut = segments_of(rendition, self.languages)
        claims: dict[str, AnyClaim] = {}
        dropped: Counter[Fault] = Counter()
        problems = [_too_long(rendition, len(left))] if (left := too_long(cut)) else []
        for chunk in chunks_of(cut):
            try:
                self._egress.let_out(self._sending(rendition, chunk))
                self.characters_sent += chunk.characters
                answer = self._interview.ask(chunk)
            except EgressRefused as refused:
                problems.append(_not_let_out(rendition, str(refused)))
                break
            except NoAnswer as failure:
                self.tally.lose(rendition.publisher)
                problems.append(_no_answer(rendition, failure.why))
                if failure.is_final:
                    break
                continue
            for outcome in self._outcomes(answer, chunk, rendition):
                if isinstance(outcome, Fault):
                    dropped[outcome] += 1
                else:
                    claims.setdefault(claim_id(outcome), outcome)
        notes = [_dropped(rendition, fault, count) for fault, count in sorted(dropped.items())]
        return list(claims.values()), [*problems, *notes]

    def report(self, *, is_kept: bool) -> Iterator[str]:
        """What the gate dropped, by publisher; and what left, where no register has it."""
        yield from self.tally.lines()
        if not is_kept:
            yield (
                f"{self.characters_sent:,} characters of text went to {self.endpoint}. "
                "Nothing keeps a note of it."
            )

    def _outcomes(
        self, answer: Answer, chunk: Chunk, rendition: Rendition
    ) -> list[AnyClaim | Fault]:
        reading = Reading(
            self.name,
            f"{self.version}+{answer.model}@{answer.fingerprint}",
            f"{edition()}+prompt-{prompt_hash()}",
        )
        outcomes = [
            admit(one, chunk, rendition=rendition, reading=reading) for one in answer.proposals
        ]
        for outcome in outcomes:
            fault = outcome if isinstance(outcome, Fault) else None
            self.tally.count(rendition.publisher, fault)
        return outcomes

    def _sending(self, rendition: Rendition, chunk: Chunk) -> Sending:
        return Sending(
            document=rendition.document,
            endpoint=str(self.endpoint),
            characters=chunk.characters,
            at=self._clock(),
            is_local=self.endpoint.is_local,
            model=self._model,
        )


def _dropped(rendition: Rendition, fault: Fault, count: int) -> Problem:
    # Without the model's words: what it made up about somebody must not enter the register so.
    claims = "1 claim of the model was" if count == 1 else f"{count} claims of the model were"
    return Problem(
        code="model-claim-dropped",
        where=f"document {rendition.document[:12]}",
        what=f"{claims} dropped: {fault.value}",
        remedy="Nothing needs to be done; the share dropped is told for each publisher.",
        severity=Severity.NOTE,
        document=rendition.document,
    )


def _no_answer(rendition: Rendition, why: str) -> Problem:
    return Problem(
        code="model-no-answer",
        where=f"document {rendition.document[:12]}",
        what=f"the model read only part of it, or nothing: {why}",
        remedy="What others read in it stands. Read it again when the server answers.",
        document=rendition.document,
    )


def _too_long(rendition: Rendition, count: int) -> Problem:
    segments = "1 segment is" if count == 1 else f"{count} segments are"
    return Problem(
        code="model-segment-too-long",
        where=f"document {rendition.document[:12]}",
        what=f"{segments} too long to show to the model",
        remedy="The other readers read them.",
        severity=Severity.NOTE,
        document=rendition.document,
    )


def _not_let_out(rendition: Rendition, why: str) -> Problem:
    return Problem(
        code="egress-refused",
        where=f"document {rendition.document[:12]}",
        what="its text was not shown to the model",
        remedy=why,
        document=rendition.document,
    )
