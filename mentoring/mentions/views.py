"""The admin's pages about names: where they still stand, one person's name, and what a form offers to link."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.accounts.permissions import visible_to
from cms.accounts.territory import User
from cms.actions import Refused
from cms.drafts.policies import no_words_typed
from cms.paginating import RussianPaginator
from mentoring.bank.models import Mentor
from mentoring.mentions.by_consent import NAMED, may_ask
from mentoring.mentions.enums import MentionState
from mentoring.mentions.file_texts import may_replace_some, unread_for
from mentoring.mentions.linking import LeaveName, LinkPerson, key_of_thing, may_decide
from mentoring.mentions.models import FileText, NameWatch, PersonMention
from mentoring.mentions.overview import lines, mentions_for, mentions_of
from mentoring.mentions.own.links import open_link_of
from mentoring.mentions.own.revoking import RevokeOwnLinkView
from mentoring.mentions.people import Person, full_name_of, key_of, people, silent
from mentoring.mentions.suggestions import suggest
from mentoring.mentions.texts import covered_when_shown, plain_things
from mentoring.mentions.whose import BY_CONSENT, own_person
from mentoring.pairs.models import Pair, PairMentee

SHOWN = 50
VERBS = {"link": LinkPerson, "leave": LeaveName}
#: Letters of a form that are read.
MOST = 300_000


class NamesStandingView(WagtailAdminTemplateMixin, TemplateView):
    """«Имя ещё стоит на страницах»: places in the user's own pages, until each is mended or decided."""

    template_name = "mentoring/names/standing.html"
    page_title = gettext_lazy("Имя ещё стоит на страницах")
    header_icon = "user"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = mentions_for(self.request.user).waiting().order_by("person_kind", "person_id", "pk")
        page = RussianPaginator(waiting, SHOWN).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            page=page, lines=lines(page, self.request.user), unread=unread_for(self.request.user), **kwargs
        )


class PersonNamesView(WagtailAdminTemplateMixin, TemplateView):
    """What the site knows of one person's name: where it is linked, hidden, and still to be mended."""

    template_name = "mentoring/names/person.html"
    header_icon = "user"

    def get_page_title(self) -> str:
        return _("Имя на сайте")

    def get_page_subtitle(self) -> str:
        return full_name_of(self.person)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": "", "label": _("Имя на сайте: %s") % full_name_of(self.person)},
        ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.person = own_person(request.user, kwargs["kind"], kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = lines(mentions_of(self.person), self.request.user)
        kind, number = key_of(self.person)
        return super().get_context_data(
            person=self.person,
            link=open_link_of(self.person),
            revoke_url=reverse(f"names_{self.kwargs['kind']}_link", args=[self.person.pk]),
            is_silent=bool(silent([self.person], timezone.localdate())),
            watch=NameWatch.objects.filter(person_kind=kind, person_id=number).first(),
            linked=[line for line in found if line.mention.state == MentionState.LINKED and not line.mention.places],
            waiting=[line for line in found if line.mention.state == MentionState.FOUND or _is_left(line.mention)],
            unread=unread_for(self.request.user) if silent([self.person], timezone.localdate()) else [],
            others=[line for line in found if line.mention.state == MentionState.ANOTHER],
            **kwargs,
        )


def _is_left(mention: PersonMention) -> bool:
    return mention.state == MentionState.LINKED and bool(mention.places)


@no_words_typed("one button")
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Say whose name stands in a thing: ``person`` and ``thing`` as «kind-number», ``verb`` link or leave."""
    verb = VERBS.get(request.POST.get("verb", ""))
    thing = _thing(_pair(request.POST.get("thing", "")))
    if verb is None or thing is None or not may_decide(request.user, thing):
        raise Http404
    person = _known_person(request.user, _pair(request.POST.get("person", "")), thing)
    try:
        verb(thing, person, request.user).execute()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _said(verb, person))
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"done": True})
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(back if is_ours else reverse("names_standing"))


def _said(verb: type, person: Person) -> str:
    if verb is LeaveName:
        return _("Отмечено: это другой человек. Имя остаётся.")
    if silent([person], timezone.localdate()):
        return _("Связано. Согласия нет, поэтому имя для посетителей скрыто.")
    return _("Связано: если согласие кончится, имя исчезнет само.")


def _pair(said: str) -> tuple[int, int]:
    kind, _dash, number = said.partition("-")
    if not (kind.isdecimal() and number.isdecimal() and len(kind) < 10 and len(number) < 19):
        raise Http404
    return int(kind), int(number)


def _thing(key: tuple[int, int]) -> Any:
    kind = ContentType.objects.filter(pk=key[0]).first()
    model = kind.model_class() if kind else None
    if model is None or not (issubclass(model, Page) or model in (*plain_things(), *covered_when_shown)):
        raise Http404
    thing = model._default_manager.filter(pk=key[1]).first()
    return thing.specific if isinstance(thing, Page) else thing


def _known_person(user: User, key: tuple[int, int], thing: Any) -> Person:
    """Somebody of whom this user knows: public, own, or already found in this very thing."""
    if key[0] not in {kind.pk for kind in ContentType.objects.get_for_models(Mentor, PairMentee, *NAMED).values()}:
        raise Http404
    person = people([key]).get(key)
    if person is None:
        raise Http404
    named = PersonMention.objects.of_person(person).of_things([key_of_thing(thing)]).exists()
    if named or _is_seen(user, person):
        return person
    raise Http404  # as for a number that nobody has


def _is_seen(user: User, person: Person) -> bool:
    if isinstance(person, NAMED):
        return may_ask(user, person)
    if isinstance(person, PairMentee):
        return visible_to(user, Pair.objects.filter(pk=person.pair_id)).exists()
    mine, public = Mentor.objects.filter(pk=person.pk), Mentor.objects.public(timezone.localdate())
    return public.filter(pk=person.pk).exists() or visible_to(user, mine).exists()


@no_words_typed("asks about names, stores nothing")
@require_POST
def names_of_a_form(request: HttpRequest) -> JsonResponse:
    """The people named in a page's form: ``{texts: {field: text}, page: number}`` → ``{people: […]}``."""
    try:
        asked = json.loads(request.body)
        texts = {str(field): str(text)[:MOST] for field, text in asked["texts"].items()}
        number = int(asked.get("page") or 0)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadRequest("texts by field are expected") from error
    thing = Page.objects.filter(pk=number).first() if 0 < number < 2**31 else None
    if thing is None or not may_decide(request.user, thing):
        raise Http404
    known = {
        (mention.person_kind_id, mention.person_id): mention.state
        for mention in PersonMention.objects.of_things([key_of_thing(thing)])
    }
    key = "-".join(map(str, key_of_thing(thing)))
    found = [
        {
            "person": "-".join(map(str, key_of(it.person))),
            "thing": key,
            "name": str(it.person),
            "words": it.words,
            "fields": it.fields,
            "state": known.get(key_of(it.person), ""),
            "silent": it.is_silent,
        }
        for it in suggest(texts, request.user)
    ]
    return JsonResponse({"people": found})


class NamesMenuItem(MenuItem):
    """Shown while something waits for this very user."""

    def is_shown(self, request: HttpRequest) -> bool:
        # Asked on every page of the admin: where nothing waits at all, which is the rule, one query says so.
        if PersonMention.objects.waiting().exists() and mentions_for(request.user).waiting().exists():
            return True
        return FileText.objects.unread().exists() and NameWatch.objects.exists() and may_replace_some(request.user)


def names_menu_item() -> MenuItem:
    """The place of the list among the reports."""
    label = gettext_lazy("Имя ещё стоит на страницах")
    return NamesMenuItem(label, reverse("names_standing"), name="names-standing", icon_name="user", order=160)


urlpatterns = [
    path("names/", require_admin_access(NamesStandingView.as_view()), name="names_standing"),
    path("names/decide/", require_admin_access(decide), name="names_decide"),
    path("names/of-a-form/", require_admin_access(names_of_a_form), name="names_of_a_form"),
    path("names/mentor/<int:pk>/", require_admin_access(PersonNamesView.as_view()), {"kind": "mentor"}, "names_mentor"),
    *(
        path(
            f"names/{kind}/<int:pk>/link/",
            require_admin_access(RevokeOwnLinkView.as_view()),
            {"kind": kind},
            f"names_{kind}_link",
        )
        for kind in ("mentor", "mentee", *BY_CONSENT)
    ),
    path("names/mentee/<int:pk>/", require_admin_access(PersonNamesView.as_view()), {"kind": "mentee"}, "names_mentee"),
    *(
        path(
            f"names/{kind}/<int:pk>/", require_admin_access(PersonNamesView.as_view()), {"kind": kind}, f"names_{kind}"
        )
        for kind in BY_CONSENT
    ),
]
