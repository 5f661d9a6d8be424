from collections.abc import Sequence
from pathlib import Path

import pytest

from habeas import wiring
from habeas.ledger.check import check
from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.decision import Choice
from habeas.model.entry import EntryKind
from habeas.model.problem import Problem
from habeas.stores.memory import MemoryStore
from habeas.workflows.egress import RegisterEgress, allow, revoke
from habeas.workflows.proposals import Proposer
from habeas.workflows.read import ReadReport, read
from habeas.workflows.review import decide, next_question
from tests.model_server import ModelServer, reader_of, saying, serving
from tests.tiny_reader import TinyReader

VERA = Actor("Vera")
TEXT = "Olha B. was arrested. Taras C. was taken away by men in masks. SECRET-WORD."


def arrest(person: str, quote: str, *, modality: str = "asserted") -> dict[str, object]:
    return {"kind": "event", "what": "arrested", "modality": modality, "quote": quote,
            "persons": [person]}  # fmt: skip


KNOWN = arrest("Olha B", "Olha B. was arrested")
NEW = arrest("Taras C", "Taras C. was taken away by men in masks")


@pytest.fixture
def kept() -> Register:
    return Register(MemoryStore())


def read_with(server: ModelServer, folder: Path, register: Register) -> ReadReport:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    model = reader_of(server, egress=RegisterEgress(register, VERA))
    return read(
        [folder / "a.txt"],
        readers=[TinyReader(), Proposer(model)],
        renderers=wiring.all_renderers(),
        register=register,
        actor=VERA,
    )


def test_what_both_readers_hold_is_kept_once_and_what_the_model_holds_alone_is_not(
    tmp_path: Path, kept: Register
) -> None:
    with serving(saying(KNOWN, NEW)) as server:
        allow(kept, actor=VERA, endpoint=server.address, reason="a test")
        report = read_with(server, tmp_path, kept)
    assert [claim.reading.reader for claim in report.claims if claim.reading] == ["tiny"]
    assert not report.problems
    kinds = [entry.kind.value for entry in kept.log()]
    assert kinds == ["permission", "sending", "document", "claim", "claim", "decision"]
    view = kept.view()
    held, proposed = view.claims()
    assert view.status_of(held.id) is ClaimStatus.HELD
    assert view.status_of(proposed.id) is ClaimStatus.PROPOSED
    assert proposed.claim.quote.text == NEW["quote"]
    (person,) = [one for one in view.persons() if any(name.is_held for name in one.names)]
    assert person.name == "Olha B."
    assert not check(kept)


def test_a_person_who_accepts_a_proposal_makes_it_count(tmp_path: Path, kept: Register) -> None:
    with serving(saying(NEW)) as server:
        allow(kept, actor=VERA, endpoint=server.address, reason="a test")
        read_with(server, tmp_path, kept)
    renderers = wiring.all_renderers()
    question = next_question(kept, renderers)
    assert question is not None
    decide(
        kept, renderers, question=question, choice=Choice.ACCEPT, reason="it says so", actor=VERA
    )
    assert kept.view().status_of(question.claim_id) is ClaimStatus.HELD
    assert "Taras C" in [person.name for person in kept.view().persons()]


def test_reading_again_proposes_nothing_twice(tmp_path: Path, kept: Register) -> None:
    with serving(saying(KNOWN, NEW)) as server:
        allow(kept, actor=VERA, endpoint=server.address, reason="a test")
        read_with(server, tmp_path, kept)
        read_with(server, tmp_path, kept)
    kinds = [entry.kind.value for entry in kept.log()]
    assert kinds == ["permission", "sending", "document", "claim", "claim", "decision", "sending"]


def test_without_a_register_a_proposal_is_told_and_is_not_among_the_claims(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with serving(saying(KNOWN, NEW)) as server:
        report = read(
            [tmp_path / "a.txt"],
            readers=[TinyReader(), Proposer(reader_of(server))],
            renderers=wiring.all_renderers(),
            register=None,
            actor=VERA,
        )
    assert len(report.claims) == 1
    (note,) = report.problems
    assert note.code == "claim-proposed"
    assert "language-model alone proposes: - arrested" in note.what
    assert note.span is not None
    assert TEXT[note.span.start : note.span.end] == NEW["quote"]


def test_the_sending_is_entered_with_the_document_the_place_and_the_characters(
    tmp_path: Path, kept: Register
) -> None:
    with serving(saying()) as server:
        allow(kept, actor=VERA, endpoint=server.address, reason="a test")
        report = read_with(server, tmp_path, kept)
        document = report.documents[0].sha256
        about = list(kept.store.entries_about(f"document:{document}"))
    (sent,) = [entry for entry in about if entry.kind is EntryKind.SENDING]
    assert sent.payload is not None
    for fact in (server.address, document, '"is_local":true', '"model":"test-model"'):
        assert fact in sent.payload
    assert f'"characters":{len(TEXT) - 2}' in sent.payload  # the spaces between three segments


@pytest.mark.parametrize("was_allowed_once", [False, True])
def test_without_a_permission_in_the_register_no_text_leaves(
    tmp_path: Path, kept: Register, *, was_allowed_once: bool
) -> None:
    with serving(saying(KNOWN)) as server:
        if was_allowed_once:
            allow(kept, actor=VERA, endpoint=server.address, reason="a test")
            revoke(kept, actor=VERA, endpoint=server.address, reason="a test")
        report = read_with(server, tmp_path, kept)
    assert not server.paths
    (problem,) = report.problems
    assert problem.code == "egress-refused"
    assert "habeas egress allow" in problem.remedy
    assert len(report.claims) == 1
    assert EntryKind.SENDING not in [entry.kind for entry in kept.log()]


def test_a_sending_stands_in_the_register_although_no_answer_came(
    tmp_path: Path, kept: Register
) -> None:
    with serving(saying()) as server:
        allow(kept, actor=VERA, endpoint=server.address, reason="a test")
    report = read_with(server, tmp_path, kept)
    assert [problem.code for problem in report.problems] == ["model-no-answer"]
    assert [entry.kind.value for entry in kept.log()][1] == "sending"


def test_a_model_that_contradicts_changes_nothing_and_is_heard(
    tmp_path: Path, kept: Register
) -> None:
    class Denying(TinyReader):
        name = "denying"

        def read(self, rendition):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            from dataclasses import replace  # noqa: PLC0415

            from habeas.model.vocabulary import Modality  # noqa: PLC0415

            claims: Sequence[AnyClaim]
            problems: Sequence[Problem]
            claims, problems = super().read(rendition)
            return [replace(one, modality=Modality.DENIED) for one in claims], problems

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    report = read(
        [tmp_path / "a.txt"],
        readers=[Proposer(Denying()), TinyReader()],
        renderers=wiring.all_renderers(),
        register=kept,
        actor=VERA,
    )
    (problem,) = report.problems
    assert problem.code == "readers-contradict"
    assert "modality=denied" in problem.what
    assert [claim.modality.value for claim in report.claims] == ["asserted"]
