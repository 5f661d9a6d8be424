"""Links that sign in once: made for whoever started the desk, used up by the first press."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import QuerySet
from django.utils import timezone

from habeas.web.accounts.models import SignInLink, User
from habeas.web.roles import Role

VALID_FOR = timedelta(minutes=30)
OWNER = "owner"


def make_link(user: User, valid_for: timedelta = VALID_FOR) -> str:
    """The secret of a new link for the account; it cannot be shown again."""
    secret = secrets.token_urlsafe(32)
    SignInLink.objects.create(
        secret_sha256=_hashed(secret), user=user, expires_at=timezone.now() + valid_for
    )
    return secret


def is_usable(secret: str) -> bool:
    """Whether the link would sign somebody in now."""
    return _open_links(secret, timezone.now()).exists()


def use_link(secret: str) -> User | None:
    """The account the link signs in; None where it is unknown, used up or too old.

    Two presses at once: one of them gets None.
    """
    now = timezone.now()
    if not _open_links(secret, now).update(used_at=now):
        return None
    return User.objects.get(signinlink__secret_sha256=_hashed(secret))


def _open_links(secret: str, now: datetime) -> QuerySet[SignInLink]:
    return SignInLink.objects.filter(
        secret_sha256=_hashed(secret), used_at=None, expires_at__gt=now, user__is_active=True
    )


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def whoever_runs_the_desk() -> User:
    """The account of whoever can start the desk on this machine: it may do everything."""
    user, _ = User.objects.get_or_create(
        username=OWNER, defaults={"roles": [role.value for role in Role]}
    )
    return user
