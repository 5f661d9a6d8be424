"""A desk over a register of invented people: who signs in, and what they are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from django.http import HttpResponseBase
from django.test import Client

from habeas.web.accounts.models import User
from habeas.web.roles import Role
from tests.facts import Facts


@dataclass(frozen=True)
class Desk:
    """The desk of one test. `facts` is its register: tell it more, and look what it holds."""

    folder: Path
    facts: Facts

    def user(self, *roles: Role) -> User:
        """An account with these roles, by whose names it is called; made when first asked for."""
        name = "-".join(roles) or "nobody"
        user, is_new = User.objects.get_or_create(
            username=name, defaults={"roles": [one.value for one in roles]}
        )
        if is_new:
            user.set_unusable_password()
            user.save()
        return user

    def client(self, *roles: Role) -> Client:
        """A browser without a screen, signed in; with no roles, signed in as one who has none."""
        client = Client()
        client.force_login(self.user(*roles))
        return client

    def visitor(self, *, checks_forms: bool = False) -> Client:
        """A browser that nobody has signed in with."""
        return Client(enforce_csrf_checks=checks_forms)


def words_of(response: HttpResponseBase) -> str:
    """What a page says, without its tags, in one line."""
    bare = re.sub(r"<[^>]*>", " ", getattr(response, "content", b"").decode())
    return re.sub(r"\s+", " ", unescape(bare)).strip()
