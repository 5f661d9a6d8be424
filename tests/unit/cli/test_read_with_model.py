import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.model_server import ModelServer, saying, serving
from tests.unit.cli.conftest import Habeas

ARREST = {"kind": "event", "what": "arrested", "modality": "asserted", "persons": ["Olha B"],
          "quote": "Olha B. was arrested"}  # fmt: skip


@pytest.fixture
def server(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """A model that the settings name, once a register is there; it notes what arrives."""
    assert kept.exists()
    with serving(saying(ARREST)) as running:
        monkeypatch.setenv("HABEAS_READERS", "frames-en,language-model")
        monkeypatch.setenv("HABEAS_MODEL_ENDPOINT", running.address)
        monkeypatch.setenv("HABEAS_MODEL_NAME", "test-model")
        yield running


def test_a_setting_alone_sends_nothing(
    habeas: Habeas, server: ModelServer, reports: Path, tmp_path: Path
) -> None:
    for place in ([], ["--register", tmp_path / "new"]):
        done = habeas("read", reports, *place)
        assert done.code == 2
        assert "No text was sent" in done.err
    assert not server.paths


def test_a_register_that_allows_it_sends_and_its_log_says_so(
    habeas: Habeas, server: ModelServer, reports: Path, kept: Path
) -> None:
    habeas("egress", "allow", server.address, "--register", kept, "--reason", "a test")
    done = habeas("read", reports / "a.txt", "--register", kept)
    assert done.code == 0
    assert "language-model: no publisher given: 0 of 1 proposed claims dropped (0%)" in done.err
    assert "Olha B. was arrested" in server.everything
    line = habeas("log", "--register", kept, "--last", "1").out
    assert f"characters of {line.split(' of ')[1][:8]} to {server.address} (local)" in line
    listed = habeas("egress", "list", "--register", kept).out
    assert "1 sending, " in listed


def test_a_permission_of_one_register_is_none_of_another(
    habeas: Habeas, server: ModelServer, reports: Path, kept: Path, tmp_path: Path
) -> None:
    habeas("egress", "allow", server.address, "--register", kept, "--reason", "a test")
    assert habeas("read", reports, "--register", tmp_path / "other").code == 2
    assert not server.paths


def test_without_a_register_the_endpoint_is_named_on_the_line(
    habeas: Habeas, server: ModelServer, reports: Path
) -> None:
    assert habeas("read", reports, "--send-to", "http://127.0.0.1:9/v1").code == 2
    assert not server.paths
    done = habeas("read", reports / "a.txt", "--send-to", server.address, "--format", "json")
    assert done.code == 0
    assert len(json.loads(done.out)) == 2
    assert server.received
    assert f"characters of text went to {server.address}. Nothing keeps a note" in done.err


def test_an_endpoint_on_the_line_needs_a_model_in_the_settings(
    habeas: Habeas, server: ModelServer, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HABEAS_READERS")
    done = habeas("read", reports, "--send-to", server.address)
    assert done.code == 2
    assert "model_endpoint" in done.err
    assert not server.paths


def test_a_register_is_not_overruled_on_the_line(
    habeas: Habeas, server: ModelServer, reports: Path, kept: Path
) -> None:
    done = habeas("read", reports, "--register", kept, "--send-to", server.address)
    assert done.code == 2
    assert not server.paths


def test_an_endpoint_that_is_not_asked_for_by_name_is_not_used(
    habeas: Habeas, server: ModelServer, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HABEAS_READERS")
    assert habeas("read", reports).code == 0
    assert not server.paths


def test_what_is_missing_in_the_settings_is_named_at_once(
    habeas: Habeas, server: ModelServer, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HABEAS_MODEL_NAME", "")
    monkeypatch.setenv("HABEAS_MODEL_ENDPOINT", "http://far.example/v1")
    monkeypatch.setenv("HABEAS_MODEL_KEY_VARIABLE", "NO_SUCH_KEY")
    done = habeas("read", reports)
    assert done.code == 2
    for name in ("model_name:", "model_endpoint:", "model_key_variable: NO_SUCH_KEY"):
        assert name in done.err
    assert not server.paths


def test_the_key_goes_to_the_server_and_nowhere_else(
    habeas: Habeas, server: ModelServer, reports: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HABEAS_MODEL_KEY_VARIABLE", "THE_KEY")
    monkeypatch.setenv("THE_KEY", "sesame-77")
    habeas("egress", "allow", server.address, "--register", kept, "--reason", "a test")
    done = habeas("read", reports, "--register", kept)
    assert server.headers[-1]["Authorization"] == "Bearer sesame-77"
    printed = done.out + done.err + habeas("log", "--register", kept, "--format", "json").out
    assert "sesame-77" not in printed
