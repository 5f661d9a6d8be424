"""The desk for tests: an account in any role, a register of invented people, a real browser."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from habeas.stores.sqlite import SqliteStore
from tests.facts import Facts
from tests.web.browser import MISSING, WHERE, Tab, opened, started
from tests.web.desk import Desk

# Playwright keeps a loop of its own in this thread; Django would take that for our using one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

OpenTab = Callable[..., Tab]


@pytest.fixture
def desk(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    settings: Settings,
    db: None,  # noqa: ARG001  # the accounts
) -> Iterator[Desk]:
    """The desk over a register that holds what the test's docstring says in claim notation."""
    folder = tmp_path / "register"
    store = SqliteStore.create(folder)
    settings.HABEAS_REGISTER = folder
    facts = Facts(store)
    if told := inspect.getdoc(request.function):
        facts.tell(told)
    yield Desk(folder, facts)
    store.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window. It needs no network, and gets none."""
    if not WHERE:
        pytest.skip(MISSING)
    yield from started()


@pytest.fixture
def open_tab(browser: Browser, live_server: LiveServer) -> Iterator[OpenTab]:
    """Opens a tab on the desk. In the end, each must have spoken to the desk alone, in peace."""
    tabs: list[Tab] = []

    def open_one(*, has_scripts: bool = True) -> Tab:
        tabs.append(opened(browser, live_server.url, has_scripts=has_scripts))
        return tabs[-1]

    yield open_one
    for tab in tabs:
        tab.context.close()
    assert [tab.strangers() for tab in tabs] == [[] for _ in tabs]
    assert [tab.complaints for tab in tabs] == [[] for _ in tabs]


@pytest.fixture
def tab(open_tab: OpenTab) -> Tab:
    """One tab with scripts, signed in as nobody: see `Tab.sign_in`."""
    return open_tab()
