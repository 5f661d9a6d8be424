"""What every template is given beside what its view gives."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from habeas.web.page import menu_for
from habeas.web.roles import Role
from habeas.web.times import AS_OF, KNOWN_ON


def desk(request: HttpRequest) -> dict[str, Any]:
    """The menu of whoever is signed in, the clocks, and what else the address asks for."""
    user = getattr(request, "user", None)
    roles = frozenset(map(Role, user.roles)) if user and user.is_authenticated else frozenset()
    return {
        "menu": list(menu_for(roles)),
        "times": getattr(request, "times", None),
        "also_asked": [
            (name, value)
            for name, values in request.GET.lists()
            if name not in (AS_OF, KNOWN_ON, "page")
            for value in values
        ],
    }
