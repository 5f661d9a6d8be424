"""What Django is told of this application."""

from __future__ import annotations

from django.apps import AppConfig


class Desk(AppConfig):
    name = "habeas.web"
    label = "desk"
