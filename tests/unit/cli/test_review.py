"""`habeas review` and `habeas calibrate` as a user meets them."""

from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from habeas import wiring
from habeas.cli.main import app
from tests.unit.cli.conftest import Answer, Habeas
from tests.unit.workflows.test_review import TEXT, Doubting


@pytest.fixture
def doubtful(habeas: Habeas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register with one arrest that counts and two that wait."""
    monkeypatch.setattr(wiring, "readers", lambda _: [Doubting()])
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "kept"
    answer = habeas("read", tmp_path / "a.txt", "--register", folder)
    assert "3 claims (2 of them doubtful, for a person to accept: habeas review)" in answer.err
    return folder


def keys(pressed: str, *words: str | Path) -> Answer:
    done = CliRunner().invoke(app, ["review", *map(str, words)], input=pressed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return Answer(done.exit_code, done.stdout, done.stderr)


def persons(habeas: Habeas, register: Path) -> str:
    return habeas("show", "persons", "--register", register).out


def test_a_single_key_accepts_the_claim_shown_on_its_quote(habeas: Habeas, doubtful: Path) -> None:
    answer = keys("aq", "--register", doubtful)
    assert "⟦Taras C. was arrested⟧" in answer.out
    assert "accept: the claim is held." in answer.err
    assert "1 answer entered. Signed: Vera" in answer.err
    assert "Taras C." in persons(habeas, doubtful)


def test_an_answer_is_taken_back_with_one_key(doubtful: Path) -> None:
    answer = keys("abq", "--register", doubtful)
    assert "Taken back: the claim is proposed." in answer.err
    assert "0 answers entered" in answer.err


def test_a_rejection_may_say_why(habeas: Habeas, doubtful: Path) -> None:
    assert keys("wanother Taras\nq", "--register", doubtful).code == 0
    log = habeas("log", "--register", doubtful).out
    assert "decision" in log
    assert "another Taras" in log


def test_the_queue_can_be_listed_without_answering(doubtful: Path) -> None:
    answer = keys("", "--register", doubtful, "--list")
    assert "2 claims to review." in answer.err
    assert answer.out.index("Taras C.") < answer.out.index("Dana D.")


def test_review_ends_by_itself_and_says_so_when_nothing_waits(doubtful: Path) -> None:
    assert "2 answers entered" in keys("ar", "--register", doubtful).err
    assert "0 answers entered" in keys("", "--register", doubtful).err


def test_an_unknown_key_shows_the_keys_and_enters_nothing(doubtful: Path) -> None:
    answer = keys("xq", "--register", doubtful)
    assert "a accept" in answer.err
    assert "0 answers entered" in answer.err


def test_unsure_goes_on_to_the_next(doubtful: Path) -> None:
    answer = keys("uq", "--register", doubtful)
    assert "⟦Dana D. was arrested⟧" in answer.out


def test_a_claim_is_amended_in_the_user_s_own_editor(
    habeas: Habeas, doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sed -i 's/^- arrested/- released/'")
    answer = keys("eq", "--register", doubtful)
    assert "amended: 1 claim in its place." in answer.err
    assert "Taras C." in persons(habeas, doubtful)
    assert "released" in habeas("show", "claims", "--register", doubtful).out


def test_an_editor_that_is_not_there_is_said_and_nothing_changes(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    answer = keys("eq", "--register", doubtful)
    assert "The editor (no-such-editor) could not be used" in answer.err
    assert "0 answers entered" in answer.err


def test_what_is_written_wrong_in_the_editor_is_said_and_nothing_changes(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "sed -i 's/^- arrested/- teleported/'")
    answer = keys("eq", "--register", doubtful)
    assert "teleported" in answer.err
    assert "0 answers entered" in answer.err


def test_what_needs_a_second_pair_of_eyes_is_not_asked_of_the_first_again(doubtful: Path) -> None:
    assert "second: the claim is proposed." in keys("pq", "--register", doubtful).err
    answer = keys("q", "--register", doubtful)
    assert "⟦Dana D. was arrested⟧" in answer.out
    assert "0 behind it" in answer.out


def test_agreement_is_printed_and_others_answers_are_put_again_unseen(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "none by two people" in keys("", "--register", doubtful, "--agreement").err
    keys("aa", "--register", doubtful)
    monkeypatch.setenv("HABEAS_ACTOR", "Pavlo")
    answer = keys("ar", "--register", doubtful, "--again", "1")
    assert "counts" not in answer.out
    assert "2 answers entered. Signed: Pavlo" in answer.err
    told = keys("", "--register", doubtful, "--agreement")
    assert "claims: 1 of 2 answered alike by two people" in told.err
    assert "Pavlo: reject, Vera: accept" in told.out


def test_a_calibration_is_fitted_written_and_read_back(habeas: Habeas, tmp_path: Path) -> None:
    report = "On Monday Olha B. was arrested.\n"
    (tmp_path / "a.txt").write_text(report, encoding="utf-8")
    sha = sha256(report.encode()).hexdigest()
    (tmp_path / "a.claims").write_text(
        f'- arrested person="Olha B."\n    from {sha}:10-30 -- "Olha B. was arrested"\n',
        encoding="utf-8",
    )
    to = tmp_path / "own" / "tiny.yml"
    answer = habeas("calibrate", tmp_path, "--reader", "tiny", "--to", to)
    assert answer.code == 0, answer.err
    assert "fitted on 1 claims of 1 documents, 1 of them right" in answer.out
    assert "calibration error" in answer.out
    assert "reader: tiny" in to.read_text("utf-8")
