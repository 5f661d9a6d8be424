"""Words of our own in templates: `{% load desk %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def at(context: Context, name: str, **captured: Any) -> str:  # noqa: ANN401  # what a route captures
    """The address of a page, at the same two clocks as this one."""
    times = context.get("times")
    return reverse(name, kwargs=captured) + (times.query if times else "")
