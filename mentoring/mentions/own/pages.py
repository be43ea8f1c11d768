"""The public pages: a mailbox is asked for and always answered alike, and the link from the letter shows the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from cms.appearance.pieces import Crumb
from cms.caching.counting import counted_in
from cms.drafts.policies import no_words_typed
from cms.personal_links.doors import personal
from cms.personal_links.models import PersonalLink
from cms.personal_links.tokens import fingerprint
from cms.security.traps import TrappedForm
from cms.security.visitors import network_mark
from mentoring.mentions.enums import MentionState
from mentoring.mentions.models import NameWatch
from mentoring.mentions.overview import mentions_of
from mentoring.mentions.own.links import DAYS, PURPOSE, send_links
from mentoring.mentions.people import full_name_of, key_of, silent
from mentoring.mentions.querysets import rows_by_key
from mentoring.mentions.searching import Public

#: Letters that one mailbox may be sent in an hour, questions of one network, which a school may share, and of all.
OF_ONE_MAILBOX, OF_ONE_NETWORK, OF_ALL, HOUR = 3, 20, 300, 3600


class AskForm(TrappedForm):
    """The address at which the site knows the person."""

    email = forms.EmailField(
        label=gettext_lazy("Ваша электронная почта"),
        help_text=gettext_lazy("Та, которую вы указали в заявке, в согласии или для ответов «Дуэта»."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        max_length=254,
    )


@no_words_typed("asks for a mailbox alone")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Send the link to the mailbox, if the site knows it; what the page says does not depend on that."""
    form = AskForm(request.POST or None)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        from_here = counted_in(HOUR, f"own-name-{network_mark(request, PURPOSE)[:32]}")
        if from_here <= OF_ONE_NETWORK and counted_in(HOUR, "own-name-of-all") <= OF_ALL:
            _send(form)
            return redirect("own-name-sent")
        form.add_error(None, _("Отсюда спрашивали слишком часто. Подождите час и отправьте ещё раз."))
        status = 429
    context = {"form": form, "title": _("Где названо моё имя"), "crumbs": (Crumb(_("Где названо моё имя")),)}
    return render(request, "mentoring/names/own_ask.html", context, status=status)


def _send(form: AskForm) -> None:
    """In the worker, for the known and the unknown alike: the time of the answer tells nothing either."""
    email = form.cleaned_data["email"]
    mark = fingerprint(email.casefold())[:32]
    if not form.is_trapped and counted_in(HOUR, f"own-name-mailbox-{mark}") <= OF_ONE_MAILBOX:
        send_links.enqueue(email)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """One page for everybody who asked."""
    return render(request, "mentoring/names/own_sent.html", {"days": DAYS})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: what every visitor may open, and in which fields of it."""

    title: str
    url: str
    places: str


@require_safe
@personal(PURPOSE)
def shown(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """What every visitor may read of the person, place by place; no draft, and nothing of anybody else."""
    person: Any = link.subject
    kind, number = key_of(person)
    standing, hidden = _places(person)
    context = {
        "name": full_name_of(person),
        "is_silent": bool(silent([person], timezone.localdate())),
        "watch": NameWatch.objects.filter(person_kind=kind, person_id=number).first(),
        "standing": standing,
        "hidden": hidden,
        "until": link.expires_at,
        "crumbs": (Crumb(_("Где названо моё имя")),),
    }
    return render(request, "mentoring/names/own_shown.html", context)


def _places(person: Any) -> tuple[list[Place], list[Place]]:
    """Public things in which the name stands, and those in which it is hidden."""
    mentions = list(mentions_of(person).exclude(state=MentionState.ANOTHER))
    things = rows_by_key((mention.kind_id, mention.thing_id) for mention in mentions)
    is_public = Public()
    standing: list[Place] = []
    hidden: list[Place] = []
    for mention in mentions:
        key = mention.kind_id, mention.thing_id
        thing = things.get(key)
        # A year book and its like say themselves whether visitors read them.
        if thing is None or not is_public(key) or getattr(thing, "is_public", True) is False:
            continue
        place = Place(str(thing), _address(thing), mention.places)
        (hidden if mention.is_covered and not mention.places else standing).append(place)
    return standing, hidden


def _address(thing: Any) -> str:
    if isinstance(thing, Page):
        return thing.get_url() or ""
    own = getattr(thing, "get_absolute_url", None)
    return str(own() if own else getattr(thing, "url", ""))


urlpatterns = [
    path("moyo-imya/", ask, name="own-name"),
    path("moyo-imya/pismo/", sent, name="own-name-sent"),
    path("moyo-imya/<str:token>/", shown, name="own-name-shown"),
]
