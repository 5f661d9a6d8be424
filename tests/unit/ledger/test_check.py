"""A register proves itself; whatever is changed in it is found and named."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from habeas.ledger.check import check
from habeas.ledger.drafts import problem_draft
from habeas.ledger.refold import rebuild
from habeas.ledger.register import Register
from habeas.model.decision import Choice
from habeas.model.entry import GENESIS
from habeas.model.errors import RegisterError
from habeas.model.problem import Problem, Severity
from habeas.stores.memory import MemoryStore
from habeas.stores.sqlite import SqliteStore
from habeas.stores.sqlite_file import FILE
from tests.facts import Facts

FACTS = """
2023-04-02 arrested person="Olha B." place="Melitopol"
    from 7f3a:120-139 B2 "її забрали 2 квітня"
2023-05-10 arrested person="Olha B." speaker="FSB" modality=denied
    from c01d:15-31 D4 "не задерживалась"
2023-06-01 figure:held quantity=about:100
    from c01d:40-49 -- "about 100"
- attribute:occupation subject="Ivan K." value="teacher"
    from c01d:60-67 -- "teacher"
"""


def fill(facts: Facts) -> Facts:
    facts.tell(FACTS)
    problem = Problem(code="odd-date", where="7f3a", what="odd", remedy="look")
    facts.enter(problem_draft(problem))
    (claim,) = facts.person("Ivan K.").claims
    first = facts.decide(Choice.REJECT, claim)
    facts.decide(Choice.ACCEPT, claim, supersedes=first)
    return facts


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "r"
    store = SqliteStore.create(folder)
    fill(Facts(store))
    store.close()
    return folder


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "r"))


def alter(folder: Path, *statements: str) -> None:
    """Changes the file behind the register's back, the triggers out of the way for that long."""
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        triggers = connection.execute(asked).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount, statement
        for _, sql in triggers:
            connection.execute(sql)


def found(folder: Path) -> list[Problem]:
    store = SqliteStore(folder)
    try:
        return check(Register(store))
    finally:
        store.close()


def test_a_whole_register_has_no_problems(whole: Path) -> None:
    assert found(whole) == []


def test_a_register_in_memory_proves_itself_too() -> None:
    assert check(fill(Facts())) == []
    assert check(Register(MemoryStore())) == []


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    facts = fill(Facts())
    check(facts, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (facts.head.position, facts.head.position)


FLIP = "CAST(CAST(substr({c}, 1, length({c}) - 1) AS TEXT) || '{to}' AS {type})"

CHANGES: dict[str, tuple[str, str, str]] = {
    "position": (
        "UPDATE entries SET position = 90 WHERE position = 5",
        "entries-missing",
        "entry 6",
    ),
    "previous": (
        "UPDATE entries SET previous = zeroblob(32) WHERE position = 5",
        "chain-broken",
        "entry 5",
    ),
    "hash": ("UPDATE entries SET hash = zeroblob(32) WHERE position = 5", "entry-altered", "5"),
    "recorded_at": (
        "UPDATE entries SET recorded_at = recorded_at + 1 WHERE position = 5",
        "entry-altered",
        "entry 5",
    ),
    "actor": ("UPDATE entries SET actor = 'Wera' WHERE position = 5", "entry-altered", "entry 5"),
    "reason": ("UPDATE entries SET reason = 'b' WHERE position = 5", "entry-altered", "entry 5"),
    "kind": (
        "UPDATE entries SET kind = 'place' WHERE position = 5",
        "entry-altered",
        "entry 5 (place",
    ),
    "an unknown kind": (
        "UPDATE entries SET kind = 'clain' WHERE position = 5",
        "entry-unreadable",
        "entry 5",
    ),
    "bytes that are no text": (
        "UPDATE entries SET actor = x'ff' WHERE position = 5",
        "entry-unreadable",
        "entry 5",
    ),
    "id": ("UPDATE entries SET id = '0' || substr(id, 2) WHERE position = 5", "id-altered", "5"),
    "payload_hash": (
        "UPDATE entries SET payload_hash = zeroblob(32) WHERE position = 5",
        "payload-altered",
        "entry 5",
    ),
    "nonce": (
        "UPDATE entries SET nonce = zeroblob(16) WHERE position = 5",
        "payload-altered",
        "entry 5",
    ),
    "payload": (
        "UPDATE entries SET payload = replace(payload, '2023', '2024') WHERE position = 3",
        "payload-altered",
        "entry 3",
    ),
    "a payload gone": (
        "UPDATE entries SET payload = NULL, nonce = NULL WHERE position = 5",
        "payload-destroyed",
        "entry 5",
    ),
    "a payload cut short": (
        "UPDATE entries SET payload = substr(payload, 1, 20) WHERE position = 5",
        "record-unreadable",
        "entry 5",
    ),
    "an entry gone": ("DELETE FROM entries WHERE position = 5", "entries-missing", "entry 6"),
    "the first entry gone": ("DELETE FROM entries WHERE position = 1", "entries-missing", "2"),
    "a line of the index gone": (
        "DELETE FROM subjects WHERE position = 3",
        "index-wrong",
        "entry 3",
    ),
    "a line of the index too many": (
        "INSERT INTO subjects VALUES ('person:x', 3)",
        "index-wrong",
        "entry 3",
    ),
    "a projection changed": (
        "UPDATE projections SET content = replace(content, 'Melitopol', 'Melitopil')",
        "projection-stale",
        "person:",
    ),
    "a projection gone": (
        "DELETE FROM projections WHERE subject LIKE 'figure:%'",
        "projection-missing",
        "figure:",
    ),
    "a projection from nowhere": (
        "INSERT INTO projections VALUES ('person:x', '{}')",
        "projection-stray",
        "person:x",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_changed_in_a_table_is_found_and_named(copy: Path, change: str) -> None:
    statement, code, where = CHANGES[change]
    alter(copy, statement)
    problems = found(copy)
    assert any(one.code == code and where in one.where for one in problems), problems


def test_a_line_of_the_index_for_no_entry_is_found(copy: Path) -> None:
    alter(copy, "INSERT INTO subjects VALUES ('person:x', 900)")
    (problem,) = found(copy)
    assert (problem.code, problem.severity) == ("storage-fault", Severity.ERROR)
    assert "lists entry 900" in problem.what


def test_a_claim_entered_past_the_door_with_a_false_quote_is_found() -> None:
    """The chain is whole, the payload is what was hashed, and still the words do not stand."""
    facts = Facts()
    facts.tell(FACTS)
    blobs = facts.store._blobs  # type: ignore[attr-defined]
    name = next(name for name, content in blobs.items() if b"teacher" in content)
    blobs[name] = blobs[name].replace(b"teacher", b"preache")
    assert {one.code for one in check(facts)} == {"blob-altered", "quote-missing"}


def test_one_bit_in_a_blob_is_found_and_the_blob_named(copy: Path) -> None:
    for path in sorted(copy.glob("blobs/*/*")):
        before = path.read_bytes()
        path.chmod(0o644)
        path.write_bytes(bytes([before[0] ^ 1]) + before[1:])
        assert ("blob-altered", f"blob {path.name}") in {
            (one.code, one.where) for one in found(copy)
        }
        path.write_bytes(before)
    assert found(copy) == []


def test_a_blob_that_is_gone_is_named_with_the_quotes_that_hang_on_it(copy: Path) -> None:
    path = next(path for path in copy.glob("blobs/*/*") if b"teacher" in path.read_bytes())
    path.unlink()
    codes = [one.code for one in found(copy)]
    assert codes.count("blob-missing") == 1
    assert codes.count("quote-unproved") == 3


def test_bytes_that_no_document_names_are_a_note_and_no_fault(copy: Path) -> None:
    store = SqliteStore(copy)
    name = store.put_blob(b"captured, then the power went")
    store.close()
    (problem,) = found(copy)
    assert (problem.code, problem.severity) == ("blob-unclaimed", Severity.NOTE)
    assert name in problem.where


def test_a_dropped_trigger_is_found(copy: Path) -> None:
    with closing(sqlite3.connect(copy / FILE)) as connection:
        connection.execute("DROP TRIGGER entries_are_never_deleted")
    (problem,) = found(copy)
    assert problem.code == "storage-fault"
    assert "entries_are_never_deleted is missing" in problem.what


def test_many_entries_after_an_unreadable_one_are_still_checked(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "r")
    facts = Facts(store)
    for number in range(3):
        facts.tell(FACTS.replace("7f3a", f"{number}a").replace("c01d", f"{number}b"))
    store.close()
    alter(
        tmp_path / "r",
        "UPDATE entries SET kind = 'clain' WHERE position = 2",
        "UPDATE entries SET reason = 'x' WHERE position = 12",
    )
    problems = {(one.code, one.where[:8]) for one in found(tmp_path / "r")}
    assert ("entry-unreadable", "entry 2") in problems
    assert ("entry-altered", "entry 12") in problems


def content_of(folder: Path) -> list[object]:
    """All that a register means: every row of every table, and the triggers."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        tables = ("entries", "subjects", "projections")
        rows: list[object] = [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608
            for table in tables
        ]
        schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
        return [*rows, connection.execute(schema).fetchall()]


def says_something(folder: Path) -> bool:
    try:
        return bool(found(folder))
    except RegisterError:
        return True


def flipped(folder: Path, random: Random) -> Iterator[int]:
    """Flips one bit of the file after another, each undone before the next; gives its byte."""
    path = folder / FILE
    content = path.read_bytes()
    for at in random.sample(range(len(content)), 250):
        path.write_bytes(
            content[:at] + bytes([content[at] ^ (1 << random.randrange(8))]) + content[at + 1 :]
        )
        yield at
        for left in folder.glob(f"{FILE}-*"):
            left.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize("seed", range(4))
def test_a_bit_anywhere_in_the_file_is_found_or_means_nothing(copy: Path, seed: int) -> None:
    """What goes unsaid changed no row: room nobody uses, counters that SQLite sets itself."""
    before = content_of(copy)
    silent = [
        at
        for at in flipped(copy, Random(seed))  # noqa: S311  # which bits to flip is no secret
        if not says_something(copy) and content_of(copy) != before
    ]
    assert silent == []


REPAIRS: dict[str, Callable[[Facts], None]] = {
    "nothing": lambda _: None,
    "all gone": lambda facts: facts.store.replace_projections(iter(())),
    "one changed": lambda facts: facts.store.replace_projections(iter([("person:x", "{}")])),
}


@pytest.mark.parametrize("damage", REPAIRS)
def test_projections_are_computed_again_from_the_entries(damage: str) -> None:
    facts = fill(Facts())
    before = list(facts.store.projections())
    REPAIRS[damage](facts)
    rebuild(facts.store)
    assert list(facts.store.projections()) == before
    assert check(facts) == []


def test_what_is_appended_before_the_store_asks_is_computed_too() -> None:
    class Late(MemoryStore):
        def replace_projections(self, contents: Iterator[tuple[str, str]]) -> None:
            facts.tell("""
            2023-07-01 arrested person="Taras C."
                from beef:0-8 -- "Taras C."
            """)
            super().replace_projections(contents)

    facts = Facts(Late())
    fill(facts)
    rebuild(facts.store)
    assert facts.person("Taras C.").claims
    assert check(facts) == []


def test_an_unrefolded_check_looks_at_the_entries_alone(copy: Path) -> None:
    alter(copy, "DELETE FROM projections")
    store = SqliteStore(copy)
    assert check(Register(store), refold=False) == []
    assert check(Register(store))
    store.close()


def test_the_empty_register_is_whole(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "r")
    assert (check(Register(store)), store.head()) == ([], GENESIS)
    assert sha256(b"").hexdigest() not in list(store.blobs())
