"""Who may sign in, in which roles, and by which links."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """One person's account. `roles` are values of `Role`; none opens no page of the register."""

    roles: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)


class SignInLink(models.Model):
    """A link that signs one account in, once. Of its secret only the SHA-256 is kept."""

    secret_sha256 = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link for {self.user.get_username()}"
