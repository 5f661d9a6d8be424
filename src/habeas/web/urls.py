"""All addresses of the desk: the pages, and what answers where there is none."""

from __future__ import annotations

import importlib
import pkgutil

from django.urls import path

from habeas.web import failures, pages
from habeas.web.page import PAGES

# A page is found by its module's being there, so that nobody has to write it into a list.
for _module in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}."):
    importlib.import_module(_module.name)

urlpatterns = [path(rule.route, view, name=name) for name, (rule, view) in PAGES.items()]

handler400 = failures.malformed
handler403 = failures.closed
handler404 = failures.missing
handler500 = failures.broken
