import csv
import io
import json
import os
import signal
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from habeas.model.notation import parse
from tests.unit.cli.conftest import Habeas, command, other_process, surroundings


def test_claims_are_printed_in_notation_when_piped(habeas: Habeas, reports: Path) -> None:
    done = habeas("read", reports)
    assert done.code == 0
    assert [claim.quote.text for claim in parse(done.out)] == [
        "Olha B. was arrested",
        "Taras C. was arrested",
        "Iryna D. was arrested",
    ]
    assert "Nothing was kept" in done.err


def test_json_is_an_array_of_claims_with_their_ids(habeas: Habeas, reports: Path) -> None:
    claims = json.loads(habeas("read", reports, "--format", "json").out)
    assert [claim["document_name"] for claim in claims] == ["a.txt", "a.txt", "b.html"]
    assert all(len(claim["id"]) == 32 for claim in claims)


def test_json_of_nothing_is_an_empty_array(habeas: Habeas) -> None:
    done = habeas("read", "-", "--format", "json", stdin=b"Nothing happened.")
    assert json.loads(done.out) == []


def test_csv_has_a_row_per_claim_and_no_formula_in_it(habeas: Habeas, tmp_path: Path) -> None:
    path = tmp_path / "=cmd.txt"
    path.write_text("Olha B. was arrested.", encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(habeas("read", path, "--format", "csv").out))
    assert row["document_name"] == "'=cmd.txt"
    assert (row["persons"], row["event"], row["start"]) == ("Olha B.", "arrested", "0")


def test_a_table_fits_the_width_and_names_the_document(habeas: Habeas, reports: Path) -> None:
    done = habeas("read", reports, "--format", "table")
    assert "a.txt" in done.out
    assert "“Olha B. was arrested”" in done.out
    assert max(map(len, done.out.splitlines())) <= 100
    assert "\x1b" not in done.out


def test_standard_input_is_a_document(habeas: Habeas) -> None:
    done = habeas("read", "-", stdin=b"Olha B. was arrested.")
    assert len(parse(done.out)) == 1


def test_what_is_read_is_kept_and_then_known(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    words = ["read", reports, "--register", tmp_path / "kept"]
    first, second = habeas(*words), habeas(*words)
    assert "2 documents, 3 claims. Kept in" in first.err
    assert "Known already and skipped: 2 documents, 3 claims" in second.err
    assert first.out == second.out


def test_publisher_date_and_address_are_kept(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    given = ["--publisher", "Open Door", "--published", "2023-06", "--url", "https://x.example"]
    habeas("read", reports / "a.txt", "--register", folder, *given)
    (document,) = json.loads(habeas("show", "documents", "--register", folder, "--json").out)
    assert document["publisher"] == "Open Door"
    assert document["published"] == "2023-06"
    assert document["url"] == "https://x.example"


def test_a_problem_is_said_on_standard_error_and_the_rest_is_read(
    habeas: Habeas, reports: Path
) -> None:
    (reports / "c.txt").write_bytes(b"")
    done = habeas("read", reports)
    assert done.code == 0
    assert len(parse(done.out)) == 3
    assert "error: c.txt: it is empty" in done.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["read", "gone.txt"], 1, "there is no such file"),
        (["read"], 2, "Missing argument"),
        (["read", ".", "--format", "pdf"], 2, "Invalid value"),
        (["read", ".", "--colour"], 2, "No such option"),
        (["read", ".", "--published", "last week"], 2, "is not a date"),
        (["raed", "."], 2, "No such command"),
    ],
)
def test_a_mistake_is_answered_with_what_to_do(
    habeas: Habeas, words: list[str], code: int, said: str
) -> None:
    done = habeas(*words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_file_that_cannot_be_read_alone_is_not_a_success(habeas: Habeas, tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = habeas("read", path, "--register", tmp_path / "kept")
    assert done.code == 1
    assert "picture.txt" in done.err
    assert habeas("check", "--register", tmp_path / "kept").code == 0


@pytest.mark.parametrize("content", [None, "a shopping list"])
def test_a_place_that_is_something_else_is_left_alone(
    habeas: Habeas, reports: Path, tmp_path: Path, content: str | None
) -> None:
    place = tmp_path / "other"
    if content is None:
        place.mkdir()
        (place / "holiday.jpg").write_bytes(b"...")
    else:
        place.write_text(content, encoding="utf-8")
    done = habeas("read", reports, "--register", place)
    assert done.code == 3
    assert "is not a register" in done.err
    assert not (place / "register.sqlite").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_place_is_refused(habeas: Habeas, kept: Path, tmp_path: Path) -> None:
    for path in (kept, kept / "register.sqlite", kept / "blobs"):
        path.chmod(0o500)
    path = tmp_path / "new.txt"
    path.write_text("Olha B. was arrested.", encoding="utf-8")
    assert habeas("read", path, "--register", kept).code == 3


def test_escape_sequences_in_a_document_do_not_reach_the_terminal(
    habeas: Habeas, tmp_path: Path
) -> None:
    path = tmp_path / "evil\x1b[2J.txt"
    path.write_text("\x1b]0;title\x07Olha B. was arrested\u202e.", encoding="utf-8")
    for form in ("notation", "json", "csv", "table"):
        done = habeas("read", path, "--format", form)
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.out + done.err)


def test_settings_that_are_wrong_are_all_named(
    habeas: Habeas, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HABEAS_COLOUR", "red")
    monkeypatch.setenv("HABEAS_SPEED", "9")
    done = habeas("read", reports)
    assert done.code == 2
    assert "HABEAS_COLOUR" in done.err
    assert "HABEAS_SPEED" in done.err


def test_a_closed_pipe_does_not_stop_the_keeping(reports: Path, tmp_path: Path) -> None:
    for number in range(40):
        text = f"Olha B. was arrested on day {number}. " + "Taras C. was arrested. " * 200
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    words = command("read", reports, "--register", tmp_path / "kept", "--format", "notation")
    with subprocess.Popen(
        words, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        err = running.stderr.read().decode()
        assert running.wait() == 0, err
    assert "42 documents" in err
    assert "Broken" not in err


def test_ctrl_c_leaves_whole_documents(reports: Path, tmp_path: Path, habeas: Habeas) -> None:
    for number in range(60):
        path = reports / f"{number:02}.txt"
        path.write_text(f"{number}: Olha B. was arrested. Taras C. was arrested.", "utf-8")
    kept = tmp_path / "kept"
    with subprocess.Popen(
        command("read", reports, "--register", kept),
        env=surroundings(READ_S="0.05"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        while not running.stdout.readline().startswith("-"):
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert "Traceback" not in err
    documents = json.loads(habeas("show", "documents", "--register", kept, "--json").out)
    assert 0 < len(documents) < 62
    assert f"Stopped. {len(documents)} document" in err
    entries = habeas("log", "--register", kept).out.splitlines()
    assert len(entries) == 3 * len(documents)
    assert habeas("check", "--register", kept, "--refold").code == 0
    assert habeas("read", reports, "--register", kept).code == 0
    assert habeas("check", "--register", kept, "--refold").code == 0


def folder_of(count: int, folder: Path) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"{folder.name}{number}: Olha B. was arrested."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_two_reads_into_one_register_at_once_lose_nothing(
    reports: Path, tmp_path: Path, habeas: Habeas
) -> None:
    kept = tmp_path / "kept"
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(
                    command("read", folder_of(25, tmp_path / one), reports, "--register", kept),
                    env=surroundings(READ_S="0.005"),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )
            for one in ("x", "y")
        ]
        for one in running:
            _, err = one.communicate(timeout=120)
            assert one.returncode == 0, err
    documents = json.loads(habeas("show", "documents", "--register", kept, "--json").out)
    assert len(documents) == 52
    assert len(habeas("log", "--register", kept).out.splitlines()) == 52 + 50 + 3
    assert habeas("check", "--register", kept, "--refold").code == 0


def test_only_what_is_relevant_is_read_when_asked(habeas: Habeas, reports: Path) -> None:
    (reports / "c.txt").write_text("It rained all day.", encoding="utf-8")
    done = habeas("read", reports, "--only-relevant")
    assert len(parse(done.out)) == 3
    assert "1 document passed over: nothing in them speaks of detention" in done.err
    assert "2 documents, 3 claims" in done.err


def test_nothing_relevant_is_no_failure(habeas: Habeas, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("It rained all day.", encoding="utf-8")
    assert habeas("read", tmp_path / "c.txt", "--only-relevant").code == 0


@pytest.mark.slow
def test_two_processes_print_what_one_prints(reports: Path) -> None:
    one = other_process("read", str(reports), "--jobs", "1")
    two = other_process("read", str(reports), "--jobs", "2")
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout != ""
