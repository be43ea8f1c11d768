"""The public pages of organisations that wrote none, and the list of all."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.appearance.pieces import Crumb
from cms.organisations.public import described, own_page, sheet_crumbs, sheet_url, taking_part
from cms.organisations.relations import organisation_relations
from cms.organisations.structured import json_ld
from cms.sharing.address import site_root
from cms.sharing.open_graph import OpenGraph


class Sheet:
    """What the frame of every page asks of it: whose it is, and what a messenger shows."""

    def __init__(self, title: str, description: str, url: str, municipality_id: int) -> None:
        self.open_graph = OpenGraph(title, description, url, "website")
        self.municipality_id = municipality_id


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Every organisation that takes part, by municipality."""
    places = [(place, list(own)) for place, own in groupby(taking_part(), key=lambda one: one.municipality)]
    context = {"places": places, "crumbs": (Crumb(_("Организации")),)}
    return render(request, "cms/organisations/organisations.html", context)


@require_safe
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    """What the site knows of an organisation, or the way to the page that it wrote itself."""
    own = get_object_or_404(taking_part(), code=code)
    if (page := own_page(own)) is not None:
        return redirect(page.get_url(request) or reverse("organisations"))
    url, description = site_root() + sheet_url(own.code), described(own)
    context = {
        "organisation": own,
        "related": organisation_relations.of(own, timezone.localdate()),
        "crumbs": sheet_crumbs(own, request),
        "description": description,
        "structured": json_ld(own, url),
        "page": Sheet(own.short_name, description, url, own.municipality_id),
    }
    return render(request, "cms/organisations/organisation.html", context)
