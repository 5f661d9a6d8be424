"""A real browser: whatever it asks of anybody but the desk, or complains about, fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    sync_playwright,
)

WHERE = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
MISSING = "no Chromium here: apt-get install chromium (or: make browser)"
PHONE = ViewportSize(width=360, height=740)
SCREEN = ViewportSize(width=1280, height=900)
# What axe calls the rules of WCAG 2.2 at levels A and AA.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def started() -> Iterator[Browser]:
    """The browser, until the tests are over."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=WHERE, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@dataclass
class Tab:
    """One tab on the desk, and all that it asked for and complained about."""

    origin: str
    context: BrowserContext
    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Opens an address of the desk."""
        self.page.goto(self.origin + path)
        return self.page

    def sign_in(self, client: Client) -> None:
        """Takes over the session of a client that is signed in."""
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        self.context.add_cookies([{"name": name, "value": value, "url": self.origin}])

    def hear(self, said: ConsoleMessage) -> None:
        """Takes a complaint of the browser to heart: an error, or a policy that was broken."""
        if said.type == "error":
            self.complaints.append(said.text)

    def strangers(self) -> list[str]:
        """What was asked of anybody but the desk."""
        here = urlsplit(self.origin).netloc
        return [
            url
            for url in self.asked
            if urlsplit(url).scheme not in ("data", "blob", "about")
            and urlsplit(url).netloc != here
        ]

    def barriers(self) -> list[str]:
        """What keeps somebody out of the page as it is now: rules of WCAG 2.2 AA, and where."""
        found = Axe().run(self.page, options=RULES).response["violations"]
        return [
            f"{one['id']}: {node['target']} {node['html']}"
            for one in found
            for node in one["nodes"]
        ]


def opened(browser: Browser, origin: str, *, has_scripts: bool = True) -> Tab:
    """A new tab of somebody whom the desk does not know."""
    context = browser.new_context(
        viewport=SCREEN, java_script_enabled=has_scripts, locale="en-GB", timezone_id="UTC"
    )
    tab = Tab(origin, context, context.new_page())
    context.on("request", lambda request: tab.asked.append(request.url))
    context.on("weberror", lambda error: tab.complaints.append(str(error.error)))
    context.on("console", tab.hear)
    return tab
