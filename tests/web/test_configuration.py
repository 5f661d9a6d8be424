"""The desk as it is set up: for one machine, and for a team."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from habeas.web import key

SITE = "https://desk.example.org"


def surroundings(tmp_path: Path, **given: str) -> dict[str, str]:
    """An environment that knows nothing of our own settings."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HABEAS_", "DJANGO_"))
    }
    own = {
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "HABEAS_ACCOUNTS": str(tmp_path / "accounts"),
        "DJANGO_SETTINGS_MODULE": "habeas.web.configuration",
    }
    return {**bare, **own, **given}


def asked(tmp_path: Path, *words: str, **given: str) -> subprocess.CompletedProcess[str]:
    """What a program says in another process."""
    return subprocess.run(
        [sys.executable, *words],
        env=surroundings(tmp_path, **given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_djangos_own_check_finds_nothing_to_mend_where_a_team_uses_it(tmp_path: Path) -> None:
    key.make(tmp_path / "accounts")
    words = ("-W", "error", "-m", "django", "check", "--deploy", "--fail-level", "INFO")
    done = asked(tmp_path, *words, HABEAS_SITE=SITE)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_no_step_of_the_accounts_database_is_missing(tmp_path: Path) -> None:
    words = ("-m", "django", "makemigrations", "--check", "--dry-run")
    done = asked(tmp_path, *words)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_key_is_made_once_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "accounts"
    key.make(folder)
    first = key.read(folder)
    key.make(folder)
    assert key.read(folder) == first
    assert len(first) > 50
    assert stat.S_IMODE((folder / key.FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_a_key_each_process_has_its_own(tmp_path: Path) -> None:
    assert key.read(tmp_path) != key.read(tmp_path)
    assert not list(tmp_path.iterdir())


def test_writers_wait_for_each_other_instead_of_failing() -> None:
    options = connection.settings_dict["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]
    assert not connection.settings_dict["ATOMIC_REQUESTS"]
