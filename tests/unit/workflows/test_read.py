import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from habeas import wiring
from habeas.ledger.append import append
from habeas.ledger.check import check
from habeas.ledger.drafts import source_draft
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.document import DateBasis
from habeas.model.entry import Draft, EntryKind, Head
from habeas.model.errors import LostRace, NothingToCapture
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.model.source import Source
from habeas.protocols import Reader
from habeas.stores.memory import MemoryStore
from habeas.workflows import keep as keep_module
from habeas.workflows import keep_read as keep_read_module
from habeas.workflows.read import Provenance, ReadReport, read, read_each
from tests.tiny_reader import TinyReader

VERA = Actor("Vera")


@pytest.fixture
def kept() -> Register:
    return Register(MemoryStore())


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read_all(
    *paths: Path, into: Register | None = None, reader: Reader | None = None
) -> ReadReport:
    return read(
        paths,
        readers=[reader or TinyReader()],
        renderers=wiring.all_renderers(),
        register=into,
        actor=VERA,
    )


def kinds(register: Register) -> list[EntryKind]:
    return [entry.kind for entry in register.log()]


def test_a_document_is_entered_with_its_claims_in_one_append(
    tmp_path: Path, kept: Register
) -> None:
    report = read_all(
        file(tmp_path, "a.txt", "Olha B. was arrested. Taras C. was arrested."), into=kept
    )
    assert kinds(kept) == [EntryKind.DOCUMENT, EntryKind.CLAIM, EntryKind.CLAIM]
    assert len({entry.recorded_at for entry in kept.log()}) == 1
    assert len(report.claims) == 2
    assert not report.skipped
    assert not check(kept)


def test_without_a_register_the_claims_are_the_same_and_nothing_is_kept(
    tmp_path: Path, kept: Register
) -> None:
    path = file(tmp_path, "a.txt", "Olha B. was arrested.")
    assert read_all(path).claims == read_all(path, into=kept).claims


def test_reading_again_adds_nothing_and_says_so(tmp_path: Path, kept: Register) -> None:
    path = file(tmp_path, "a.txt", "Olha B. was arrested.")
    read_all(path, into=kept)
    head = kept.head
    report = read_all(path, into=kept)
    assert kept.head == head
    assert report.documents[0].sha256 in report.skipped
    assert len(report.skipped) == 2


def test_the_same_bytes_under_two_names_are_entered_once(tmp_path: Path, kept: Register) -> None:
    file(tmp_path, "a.txt", "Olha B. was arrested.")
    file(tmp_path, "b.txt", "Olha B. was arrested.")
    read_all(tmp_path, into=kept)
    assert kinds(kept) == [EntryKind.DOCUMENT, EntryKind.CLAIM]


def test_a_better_reader_adds_to_a_known_document(tmp_path: Path, kept: Register) -> None:
    class Blind(TinyReader):
        def read(self, _: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
            return (), ()

    path = file(tmp_path, "a.txt", "Olha B. was arrested.")
    read_all(path, into=kept, reader=Blind())
    assert kinds(kept) == [EntryKind.DOCUMENT]
    report = read_all(path, into=kept)
    assert kinds(kept) == [EntryKind.DOCUMENT, EntryKind.CLAIM]
    assert report.skipped == (report.documents[0].sha256,)


def test_a_reader_that_fails_stops_neither_the_document_nor_the_rest(
    tmp_path: Path, kept: Register
) -> None:
    file(tmp_path, "a.txt", "This will break the reader.")
    file(tmp_path, "b.txt", "Olha B. was arrested.")
    report = read_all(tmp_path, into=kept)
    assert [problem.code for problem in report.problems] == ["reader-failed"]
    assert kinds(kept) == [
        EntryKind.DOCUMENT,
        EntryKind.PROBLEM,
        EntryKind.DOCUMENT,
        EntryKind.CLAIM,
    ]


def test_a_claim_whose_quote_does_not_stand_is_left_out_and_reported(
    tmp_path: Path, kept: Register
) -> None:
    class Careless(TinyReader):
        def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
            first, *rest = super().read(rendition)[0]
            moved = replace(first, quote=replace(first.quote, span=Span(1, 22)))
            return [moved, *rest], ()

    path = file(tmp_path, "a.txt", "Olha B. was arrested. Taras C. was arrested.")
    report = read_all(path, into=kept, reader=Careless())
    assert [problem.code for problem in report.problems] == ["claim-refused"]
    assert kinds(kept) == [EntryKind.DOCUMENT, EntryKind.CLAIM, EntryKind.PROBLEM]
    assert len(report.claims) == 1


def test_a_language_without_a_reader_is_a_problem(tmp_path: Path, kept: Register) -> None:
    class OnlyKeshan(TinyReader):
        languages = frozenset({"qk"})

    page = '<!DOCTYPE html><html lang="en"><body><p>Olha B. was arrested.</p></body></html>'
    report = read_all(file(tmp_path, "a.html", page), into=kept, reader=OnlyKeshan())
    assert "no-reader" in [problem.code for problem in report.problems]
    assert not report.claims


def test_an_empty_file_is_kept_and_reported(tmp_path: Path, kept: Register) -> None:
    report = read_all(file(tmp_path, "a.txt", ""), into=kept)
    assert [problem.code for problem in report.problems] == ["empty-file"]
    assert kinds(kept) == [EntryKind.DOCUMENT, EntryKind.PROBLEM]
    assert kept.store.blob(report.documents[0].sha256) == b""


def test_a_file_that_is_gone_is_reported_and_the_rest_is_read(
    tmp_path: Path, kept: Register
) -> None:
    there = file(tmp_path, "a.txt", "Olha B. was arrested.")
    report = read_all(tmp_path / "gone.txt", there, into=kept)
    assert len(report.claims) == len(report.problems) == 1


def test_a_file_that_cannot_be_captured_leaves_a_trace(tmp_path: Path, kept: Register) -> None:
    there = file(tmp_path, "a.txt", "Olha B. was arrested.")
    for _ in range(2):  # the second time it is known
        read_all(tmp_path / "gone.txt", there, into=kept)
    (problem,) = kept.view().problems()
    assert (problem.code, problem.document) == ("vanished", "")
    assert kinds(kept) == [EntryKind.PROBLEM, EntryKind.DOCUMENT, EntryKind.CLAIM]
    assert not check(kept)


def test_only_what_is_kept_is_said_to_be_kept(tmp_path: Path, kept: Register) -> None:
    empty = file(tmp_path, "a.txt", "")
    (without,) = read_all(empty).problems
    (within,) = read_all(empty, into=kept).problems
    assert within.remedy == f"It is kept as it is. {without.remedy}"


def test_every_remedy_that_promises_to_keep_is_known() -> None:
    remedies = [
        found
        for path in sorted(Path(keep_read_module.__file__).parents[1].rglob("*.py"))
        for found in re.findall(r'remedy[^"=]*=\s*f?"([^"]*)', path.read_text("utf-8"))
    ]
    promises = [one for one in remedies if re.search("(is|are) kept", one)]
    assert len(promises) > 10
    assert not [one for one in promises if not keep_read_module.PROMISE.match(one)]


def test_a_remedy_that_goes_on_begins_with_a_capital() -> None:
    said = Problem(code="x", where="a", what="b", remedy="They are kept; a reader can read them.")
    assert keep_read_module._without_promise(said).remedy == "A reader can read them."
    said = replace(said, remedy="The whole is kept as it is.")
    assert keep_read_module._without_promise(said).remedy == "Nothing of it was kept."


def test_nothing_there_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToCapture):
        read_all(tmp_path / "gone.txt")


def test_what_is_said_of_the_files_is_kept_with_them(tmp_path: Path, kept: Register) -> None:
    path = file(tmp_path, "a.txt", "Olha B. was arrested.")
    read(
        [path],
        readers=[TinyReader()],
        renderers=wiring.all_renderers(),
        register=kept,
        actor=VERA,
        provenance=Provenance(publisher="Open Door", url="https://opendoor.example/1"),
    )
    (document,) = kept.view().documents()
    assert (document.publisher, document.url) == ("Open Door", "https://opendoor.example/1")


def test_a_quote_in_a_page_is_kept_where_it_stands_in_the_markup(
    tmp_path: Path, kept: Register
) -> None:
    page = "<!DOCTYPE html><html><body><p>Now <b>Olha B.</b> was arrested.</p></body></html>"
    read_all(file(tmp_path, "a.html", page), into=kept)
    ((_, claim, _),) = kept.view().claims()
    assert "<b>" not in claim.quote.text
    assert page[claim.quote.span.start : claim.quote.span.end].startswith("Olha B.</b>")


class Racing:
    """An append before which somebody else gets in, as often as asked."""

    def __init__(self, times: int) -> None:
        self.times = times

    def __call__(
        self, register: Register, drafts: Sequence[Draft], *, actor: Actor, reason: str, after: int
    ) -> Head:
        if self.times:
            self.times -= 1
            other = Source(id=f"s{self.times}", name=f"Outlet {self.times}")
            append(register, [source_draft(other)], actor=VERA, reason="first", after=after)
        return append(register, drafts, actor=actor, reason=reason, after=after)


def test_a_lost_race_is_run_again_behind_the_new_head(
    tmp_path: Path, kept: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep_module, "append", Racing(2))
    monkeypatch.setattr(keep_module, "_LONGEST_WAIT_S", 0)
    read_all(file(tmp_path, "a.txt", "Olha B. was arrested."), into=kept)
    assert kinds(kept) == [
        EntryKind.SOURCE,
        EntryKind.SOURCE,
        EntryKind.DOCUMENT,
        EntryKind.CLAIM,
    ]
    assert not check(kept)


def test_a_race_lost_for_ever_ends(
    tmp_path: Path, kept: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep_module, "append", Racing(10_000))
    monkeypatch.setattr(keep_module, "_LONGEST_WAIT_S", 0)
    with pytest.raises(LostRace):
        read_all(file(tmp_path, "a.txt", "Olha B. was arrested."), into=kept)


@pytest.mark.parametrize("after_the_append", [True, False])
def test_what_was_kept_when_ctrl_c_came_is_handed_out(
    tmp_path: Path, kept: Register, monkeypatch: pytest.MonkeyPatch, *, after_the_append: bool
) -> None:
    def stopped(register: Register, drafts: Sequence[Draft], **given: object) -> Head:
        if after_the_append:
            append(register, drafts, **given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(keep_module, "append", stopped)
    path = file(tmp_path, "a.txt", "Olha B. was arrested.")
    reading = read_each(
        [path], readers=[TinyReader()], renderers=wiring.all_renderers(), register=kept, actor=VERA
    )
    handed_out: list[object] = []
    with pytest.raises(KeyboardInterrupt):
        handed_out.extend(reading)
    assert len(handed_out) == len(kept.view().documents()) == int(after_the_append)


def test_a_date_that_is_given_is_the_one_readers_count_from(tmp_path: Path) -> None:
    class Curious(TinyReader):
        def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
            self.told = (rendition.published, rendition.published_basis, rendition.publisher)
            return (), ()

    reader, given = Curious(), PartialDate("2023-06-21")
    read(
        [file(tmp_path, "a.txt", " date 2021-02-15 Olha B. was arrested.")],
        readers=[reader],
        renderers=wiring.all_renderers(),
        register=None,
        actor=VERA,
        provenance=Provenance(publisher="Open Door", published=given),
    )
    assert reader.told == (given, DateBasis.GIVEN, "Open Door")
