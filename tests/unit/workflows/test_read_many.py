"""Reading in several processes, only what is relevant, and never twice."""

from __future__ import annotations

import os
import signal
import threading
import time
import zipfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from habeas import wiring
from habeas.ledger.check import check
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.codec import canonical, to_plain
from habeas.model.entry import EntryKind
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.stores.cache_folder import CacheFolder
from habeas.stores.memory import MemoryStore
from habeas.workflows import read_many
from habeas.workflows.crew import Crew
from habeas.workflows.read import ReadReport, read, read_each
from habeas.workflows.read_many import Manner, jobs_for
from habeas.workflows.read_whole import Tools
from tests.tiny_reader import TinyReader

VERA = Actor("Vera")


@pytest.fixture(autouse=True)
def _cache_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


class MortalReader(TinyReader):
    """Ends its process where a text says so."""

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        if "end the process" in rendition.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(rendition)


class CountingReader(TinyReader):
    def __init__(self) -> None:
        self.read_so_far = 0

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        self.read_so_far += 1
        return super().read(rendition)


@contextmanager
def tools() -> Iterator[Tools]:
    yield Tools(
        readers=[MortalReader()],
        renderers=wiring.all_renderers(),
        unpackers=wiring.all_unpackers(),
    )


def folder_of(tmp_path: Path, texts: Sequence[str]) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def read_all(
    folder: Path,
    *,
    into: Register | None = None,
    manner: Manner,
    reader: TinyReader | None = None,
) -> ReadReport:
    return read(
        [folder],
        readers=[reader or TinyReader()],
        renderers=wiring.all_renderers(),
        unpackers=wiring.all_unpackers(),
        register=into,
        actor=VERA,
        manner=manner,
    )


def told(report: ReadReport) -> list[str]:
    return [canonical(to_plain(claim)) for claim in report.claims]


def payloads(register: Register, kind: EntryKind) -> list[str | None]:
    return [entry.payload for entry in register.log() if entry.kind is kind]


@pytest.mark.slow
def test_three_processes_say_what_one_says_in_the_same_order(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, [f"Olha {chr(65 + at)}. was arrested." * at for at in range(12)])
    alone, together = Register(MemoryStore()), Register(MemoryStore())
    one = read_all(folder, into=alone, manner=Manner())
    three = read_all(folder, into=together, manner=Manner(jobs=3, tools=tools))
    assert told(one) == told(three) != []
    assert [d.original_name for d in one.documents] == [d.original_name for d in three.documents]
    assert payloads(alone, EntryKind.CLAIM) == payloads(together, EntryKind.CLAIM)
    assert payloads(alone, EntryKind.PROBLEM) == payloads(together, EntryKind.PROBLEM)
    assert not check(together)


@pytest.mark.slow
def test_parts_that_another_process_took_out_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "a.eml").write_bytes(
        b"From: a@x.example\r\nTo: b@x.example\r\nSubject: S\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nOlha B. was arrested.\r\n"
    )
    register = Register(MemoryStore())
    report = read_all(folder, into=register, manner=Manner(jobs=2, tools=tools))
    assert len(report.documents) == 2
    assert len(report.claims) == 1
    assert all(register.store.blob(one.sha256) for one in report.documents)
    assert not check(register)


@pytest.mark.slow
def test_a_process_that_ends_costs_its_document_and_the_others_are_read(tmp_path: Path) -> None:
    texts = ["Olha B. was arrested."] * 3 + ["end the process"] + ["Taras C. was arrested."] * 3
    folder = folder_of(tmp_path, [f"{text} {at}" for at, text in enumerate(texts)])
    register, cache = Register(MemoryStore()), CacheFolder(tmp_path / "cache")
    manner = Manner(jobs=2, tools=tools, readings=cache)
    report = read_all(folder, into=register, manner=manner)
    assert len(report.documents) == 7
    assert len(report.claims) == 6
    assert [problem.code for problem in report.problems] == ["read-crashed"]
    assert "003.txt" in report.problems[0].where
    # It is not taken for read: the same command reads it, and nothing else, again.
    again = CountingReader()
    read_all(folder, into=register, manner=Manner(readings=cache), reader=again)
    assert again.read_so_far == 1
    assert not check(register)


@pytest.mark.slow
def test_a_process_killed_from_outside_costs_at_most_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, [f"Olha B. was arrested. {at}" for at in range(30)])
    crews: list[Crew] = []

    class Watched(Crew):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            crews.append(self)

    monkeypatch.setattr(read_many, "Crew", Watched)
    killed = threading.Thread(target=_kill_one, args=(crews,))
    killed.start()
    report = read_all(folder, manner=Manner(jobs=2, tools=tools))
    killed.join()
    crashed = [problem for problem in report.problems if problem.code == "read-crashed"]
    assert len(report.documents) == 30
    assert len(report.claims) + len(crashed) == 30
    assert len(crashed) <= 1


def _kill_one(crews: list[Crew]) -> None:
    while not crews or not crews[0].process_ids:
        time.sleep(0.005)
    os.kill(crews[0].process_ids[0], signal.SIGKILL)


@pytest.mark.slow
def test_what_was_handed_out_before_an_interrupt_is_kept_and_the_rest_read_later(
    tmp_path: Path,
) -> None:
    folder = folder_of(tmp_path, [f"Olha B. was arrested. {at}" for at in range(8)])
    register, cache = Register(MemoryStore()), CacheFolder(tmp_path / "cache")
    handed = read_each(
        [folder],
        readers=[TinyReader()],
        renderers=wiring.all_renderers(),
        register=register,
        actor=VERA,
        manner=Manner(jobs=2, tools=tools, readings=cache),
    )
    for _ in range(3):
        next(handed)
    assert isinstance(handed, Generator)
    with pytest.raises(KeyboardInterrupt):
        handed.throw(KeyboardInterrupt())
    assert len(payloads(register, EntryKind.DOCUMENT)) == 3
    reader = CountingReader()
    report = read_all(folder, into=register, manner=Manner(readings=cache), reader=reader)
    assert reader.read_so_far in {5, 6}  # the third may not have been remembered
    assert len(report.claims) == len(payloads(register, EntryKind.CLAIM)) == 8


def test_few_documents_are_read_by_one_process() -> None:
    assert jobs_for(read_many.FEW) == 1
    assert 1 <= jobs_for(read_many.FEW + 1) <= 8


def test_nothing_is_read_twice_and_the_same_is_said(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path, ["Olha B. was arrested.", "Nothing here.", "Taras C. was arrested."]
    )
    register, manner = Register(MemoryStore()), Manner(readings=CacheFolder(tmp_path / "cache"))
    first, reader = read_all(folder, into=register, manner=manner), CountingReader()
    head = register.head
    second = read_all(folder, into=register, manner=manner, reader=reader)
    assert reader.read_so_far == 0
    assert second.claims == first.claims
    assert second.documents == first.documents
    assert set(second.skipped) == {entry.id for entry in register.log()}
    assert register.head == head


def test_another_manner_reads_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ["Olha B. was arrested."])
    register, cache = Register(MemoryStore()), CacheFolder(tmp_path / "cache")
    reader = CountingReader()
    for name in ("edition 1", "edition 2", "edition 1"):
        manner = Manner(readings=cache, name=name)
        read_all(folder, into=register, manner=manner, reader=reader)
    assert reader.read_so_far == 2


def test_another_register_does_not_have_what_this_one_has(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ["Olha B. was arrested."])
    manner = Manner(readings=CacheFolder(tmp_path / "cache"))
    read_all(folder, into=Register(MemoryStore()), manner=manner)
    other, reader = Register(MemoryStore()), CountingReader()
    report = read_all(folder, into=other, manner=manner, reader=reader)
    assert reader.read_so_far == 1
    assert len(report.claims) == len(payloads(other, EntryKind.CLAIM)) == 1


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"[]", b"{"])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, damage: bytes) -> None:
    folder = folder_of(tmp_path, ["Olha B. was arrested."])
    register, manner = Register(MemoryStore()), Manner(readings=CacheFolder(tmp_path / "cache"))
    read_all(folder, into=register, manner=manner)
    (kept,) = (tmp_path / "cache").glob("*/*")
    kept.write_bytes(damage)
    reader = CountingReader()
    assert len(read_all(folder, into=register, manner=manner, reader=reader).claims) == 1
    assert reader.read_so_far == 1


def test_no_word_of_a_document_is_remembered_outside_the_ledger(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ["Olha B. was arrested."])
    manner = Manner(readings=CacheFolder(tmp_path / "cache"))
    read_all(folder, into=Register(MemoryStore()), manner=manner)
    (kept,) = (tmp_path / "cache").glob("*/*")
    assert b"Olha" not in kept.read_bytes()
    assert b"arrested" not in kept.read_bytes()
    assert kept.stat().st_mode & 0o077 == 0


def test_what_met_a_difficulty_is_read_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ["break the reader"])
    register, manner = Register(MemoryStore()), Manner(readings=CacheFolder(tmp_path / "cache"))
    for _ in range(2):
        report = read_all(folder, into=register, manner=manner)
        assert [problem.code for problem in report.problems] == ["reader-failed"]


def test_only_what_is_relevant_is_read_and_the_rest_is_counted(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ["Olha B. was arrested by police.", "It rained.", "It snowed."])
    register, manner = Register(MemoryStore()), Manner(is_relevant=wiring.sieve())
    report = read_all(folder, into=register, manner=manner)
    assert [document.original_name for document in report.documents] == ["000.txt"]
    assert [problem.code for problem in report.problems] == ["not-relevant"]
    assert "2 documents passed over" in report.problems[0].what
    assert len(payloads(register, EntryKind.PROBLEM)) == 1
    assert list(register.store.blobs()) == [report.documents[0].sha256]
    assert not check(register)


def test_a_whole_with_a_relevant_part_is_kept_with_that_part_alone(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    _zip(folder / "a.zip", {"one.txt": "Olha B. was arrested by police.", "two.txt": "It rained."})
    _zip(folder / "b.zip", {"three.txt": "It snowed."})
    register, manner = Register(MemoryStore()), Manner(is_relevant=wiring.sieve())
    report = read_all(folder, into=register, manner=manner)
    names = [document.original_name for document in report.documents]
    assert names == ["a.zip", "a.zip!one.txt"]
    assert "2 documents passed over" in report.problems[0].what
    assert len(list(register.store.blobs())) == 2
    assert not check(register)


def _zip(path: Path, members: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)


def test_the_oldest_memories_go_when_there_are_too_many(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "cache", most=10_000)
    keys = [f"{at:064x}" for at in range(10)]
    for at, key in enumerate(keys):
        cache.put(key, b"x" * 2000)
        (path,) = (tmp_path / "cache").glob(f"*/{key}")
        os.utime(path, (at, at))
    cache.tidy()
    assert [key for key in keys if cache.get(key)] == keys[-3:]
