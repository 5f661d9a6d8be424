"""`habeas resolve`, `review --pairs`, `decisions` and `undo` as a user meets them."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from habeas import wiring
from habeas.cli.main import app
from habeas.model.claim import AnyClaim, EventClaim, Reading
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem
from habeas.model.quote import Quote, Span
from habeas.model.rendition import Rendition
from habeas.model.vocabulary import EventKind
from habeas.model.written_date import WrittenDate
from tests.unit.cli.conftest import Answer, Habeas

LINE = re.compile(r"^(?P<name>\D+) (?P<date>[\d-]+)$", re.MULTILINE)


class LineReader:
    """Reads "Name date" lines as arrests."""

    name = "lines"
    version = "1"
    languages = frozenset({"en", "uk", "ru"})

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        return [self._arrest(rendition, found) for found in LINE.finditer(rendition.text)], ()

    def _arrest(self, rendition: Rendition, found: re.Match[str]) -> AnyClaim:
        span = rendition.offsets.to_captured(Span(*found.span()))
        return EventClaim(
            event=EventKind.ARRESTED,
            date=WrittenDate(PartialDate(found["date"])),
            persons=(Mention(found["name"], MentionKind.PERSON),),
            quote=Quote(rendition.document, span, found[0]),
            reading=Reading(self.name, self.version),
        )


@pytest.fixture
def kept(habeas: Habeas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three documents: two name one man on one day, a third another of that name in that year."""
    monkeypatch.setattr(wiring, "readers", lambda _: [LineReader()])
    for name, text in (
        ("a.txt", "Левко Гнатишин 2024-03-04\n"),
        ("b.txt", "Levko Hnatyshyn 2024-03-04\n"),
        ("c.txt", "Лев Гнатишин 2024\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    folder = tmp_path / "kept"
    habeas("read", *(tmp_path / name for name in ("a.txt", "b.txt", "c.txt")), "--register", folder)
    return folder


def pressed(keys: str, register: Path) -> Answer:
    words = ["review", "--pairs", "--register", str(register)]
    done = CliRunner().invoke(app, words, input=keys)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return Answer(done.exit_code, done.stdout, done.stderr)


def test_a_trial_says_what_the_rule_would_join_and_why(habeas: Habeas, kept: Path) -> None:
    answer = habeas("resolve", "--trial", "--register", kept)
    assert "the rule would join" in answer.out
    assert "1 pair would be joined" in answer.err
    assert "0 decisions in force" in habeas("decisions", "--register", kept).err


def test_the_rule_joins_and_the_rest_waits(habeas: Habeas, kept: Path) -> None:
    answer = habeas("resolve", "--register", kept)
    assert "3 persons: 1 pair joined" in answer.err
    assert "rule:matching/1" in habeas("decisions", "--register", kept).out


def test_a_pair_is_shown_side_by_side_and_answered_with_one_key(habeas: Habeas, kept: Path) -> None:
    habeas("resolve", "--register", kept)
    answer = pressed("sq", kept)
    assert "≠ taken" in answer.out
    assert "bits" in answer.out
    assert "1 answer entered. Signed: Vera" in answer.err
    assert habeas("show", "persons", "--register", kept).out.count("2024-03-04") == 1


def test_an_answer_can_be_taken_back_at_once_and_any_decision_later(
    habeas: Habeas, kept: Path
) -> None:
    habeas("resolve", "--register", kept)
    assert "Taken back." in pressed("sbq", kept).err
    listed = habeas("decisions", "--register", kept).out
    rule = next(line.split()[0] for line in listed.splitlines() if "rule:matching" in line)
    undone = habeas("undo", rule, "--reason", "two brothers", "--register", kept)
    assert undone.code == 0
    assert habeas("show", "persons", "--register", kept).out.count("2024") == 3


def test_an_unknown_decision_is_refused_with_what_to_do(habeas: Habeas, kept: Path) -> None:
    answer = habeas("undo", "ffff", "--reason", "x", "--register", kept)
    assert answer.code != 0
    assert "habeas decisions" in answer.err
