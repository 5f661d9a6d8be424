"""The first page: what is in the register, in numbers."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from habeas.web.page import page
from habeas.web.request import Request
from habeas.web.roles import READS
from habeas.workflows.show import summary


@page("", name="home", roles=READS, menu=_("Overview"), place=10)
def home(request: Request) -> HttpResponse:
    return render(request, "home/home.html", {"summary": summary(request.view)})
