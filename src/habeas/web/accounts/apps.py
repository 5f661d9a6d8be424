"""What Django is told of this application."""

from __future__ import annotations

from django.apps import AppConfig


class Accounts(AppConfig):
    name = "habeas.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
