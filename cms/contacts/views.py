"""The public pages of contacts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms.actions import Refused
from cms.appearance.pieces import Crumb
from cms.contacts.actions import PassOn
from cms.contacts.forms import MistakeForm, QuestionForm, VisitorForm
from cms.contacts.models import VisitorLetter
from cms.contacts.shown import offices, place_of, telephone, whom
from cms.drafts.policies import Device, keeps_drafts
from cms.security.visitors import network_mark
from cms.territories.models import Municipality, Region

#: The longest address of a page that a letter may name.
LONGEST = 500


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """The centre and the coordinator of every municipality."""
    region = Region.objects.order_by("pk").first()
    context = {
        "crumbs": (Crumb(_("Контакты")),),
        "region": region,
        "region_phone": telephone(region.phone) if region else "",
        "offices": offices(),
    }
    return render(request, "cms/contacts/contacts.html", context)


@keeps_drafts(Device.SESSION)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A question to a coordinator, or to the centre."""
    code = request.GET.get("komu", "")
    initial = {"municipality": Municipality.objects.filter(is_active=True, code=code[:40]).first() and code}
    form = QuestionForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid() and _passed_on(request, form, form.cleaned_data["municipality"]):
        return redirect("contact-sent")
    return _form(request, "cms/contacts/write.html", form, {"title": _("Написать координатору")})


@keeps_drafts(Device.SESSION)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """A mistake on a page of the site, to whoever answers for the page."""
    page = _own_path(request.GET.get("stranica", ""))
    place = place_of(page, request)
    form = MistakeForm(request.POST or None)
    form.instance.page = page
    if form.is_bound and form.is_valid() and _passed_on(request, form, place):
        return redirect("contact-sent")
    words = {"title": _("Сообщить об ошибке"), "page_path": page, "whom": whom(place)}
    return _form(request, "cms/contacts/report.html", form, words)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Say that the letter is on its way, and what comes next."""
    return render(request, "cms/contacts/sent.html", {"crumbs": _crumbs(_("Письмо принято"))})


def _form(request: HttpRequest, template: str, form: VisitorForm, words: dict[str, Any]) -> HttpResponse:
    context = {"form": form, "crumbs": _crumbs(words["title"]), "opened": form.opened_now(), **words}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _crumbs(last: str) -> tuple[Crumb, ...]:
    return Crumb(_("Контакты"), reverse("contacts")), Crumb(last)


def _passed_on(request: HttpRequest, form: VisitorForm, place: Municipality | None) -> bool:
    """Whether the letter was taken; a machine is told so too, and nothing is sent."""
    if form.is_trapped:
        return True
    letter: VisitorLetter = form.save(commit=False)
    letter.municipality = place
    letter.network = network_mark(request, "cms.contacts")
    try:
        PassOn(letter, form.cleaned_data["text"]).execute()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _own_path(asked: str) -> str:
    """A path of this site, never an address of another one; empty where it is none."""
    path = asked.split("?")[0].split("#")[0]
    is_own = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if is_own and len(path) <= LONGEST else ""
