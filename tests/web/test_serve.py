"""The program itself: started as a user starts it, and asked over the network."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from habeas.stores.sqlite import SqliteStore
from tests.web.test_configuration import asked, surroundings

LINK = re.compile(r"http://localhost:\d+(/sign-in/\S+/)")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def register(tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    SqliteStore.create(folder).close()
    return folder


@contextmanager
def served(tmp_path: Path, register: Path, port: int) -> Iterator[list[str]]:
    """The desk as its own process, open for requests; with the lines it printed by then."""
    words = [sys.executable, "-m", "habeas.cli.main", "serve"]
    process = subprocess.Popen(
        [*words, "--register", register, "--port", str(port)],
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout
    try:
        lines = []
        for line in process.stdout:
            lines.append(line)
            if "is open at" in line:
                break
        yield lines
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def shown(browser: OpenerDirector, address: str, form: dict[str, str] | None = None) -> str:
    content = urlencode(form).encode() if form else None
    with browser.open(address, data=content) as answer:
        text: str = answer.read().decode()
        return text


@pytest.mark.slow
def test_the_desk_opens_with_the_link_it_prints(tmp_path: Path, register: Path) -> None:
    port = free_port()
    with served(tmp_path, register, port) as lines:
        found = LINK.search("".join(lines))
        assert found
        here = f"http://localhost:{port}"
        browser = build_opener(HTTPCookieProcessor(CookieJar()))
        tokens = TOKEN.findall(shown(browser, here + found[1]))
        first_page = shown(browser, here + found[1], {"csrfmiddlewaretoken": tokens[-1]})
    assert "Overview" in first_page
    assert "Sign out" in first_page


def test_without_a_register_nothing_is_opened(tmp_path: Path) -> None:
    done = asked(tmp_path, "-m", "habeas.cli.main", "serve", "--register", str(tmp_path / "none"))
    assert done.returncode == 3
    assert "no register there" in done.stderr
    assert not done.stdout


def test_another_link_can_be_had_while_the_desk_is_open(tmp_path: Path, register: Path) -> None:
    done = asked(tmp_path, "-m", "habeas.cli.main", "serve", "--register", str(register), "--link")
    assert done.returncode == 0, done.stderr
    assert LINK.search(done.stdout)


def test_settings_that_cannot_be_used_are_told_before_anything_starts(tmp_path: Path) -> None:
    done = asked(tmp_path, "-m", "habeas.cli.main", "serve", HABEAS_PROPOSE_BELOW="much")
    assert done.returncode
    assert "HABEAS_PROPOSE_BELOW" in done.stderr
    assert not (tmp_path / "accounts").exists()
