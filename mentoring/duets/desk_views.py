"""The desk of a duet and the year of a place in the admin."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.accounts.permissions import user_can, visible_to
from cms.accounts.territory import Territory, territory_of
from cms.papers.responses import pdf_response
from cms.territories.models import Municipality
from mentoring.duets import action_views as steps
from mentoring.duets import link_views as links
from mentoring.duets import publication_views as publication
from mentoring.duets import word_views as words
from mentoring.duets.cards import card
from mentoring.duets.desk import desk
from mentoring.duets.models import DuetProject
from mentoring.duets.months import first_of_month, school_year, shifted, year_words
from mentoring.duets.papers import interview_paper, newsletter
from mentoring.duets.presenters import InterviewView, interview
from mentoring.duets.suggestions import suggest
from mentoring.duets.wheel import Wheel, wheel

#: School years before and after this one that the wheel can be turned to.
TURNS = range(-3, 3)


@require_safe
def show_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a duet stands and what can be done; another municipality's answers 404."""
    project = _mine(request, pk)
    may_change = user_can(request.user, "change", project)
    suggestions = suggest(project.municipality, project.month) if project.mentee is None and may_change else []
    context = {
        "desk": desk(project, may_change, _may_record(request, project)),
        "project": project,
        "suggestions": suggestions,
        "year_url": f"{reverse('duet_year')}?{urlencode(_year_of(project))}",
        "newsletter": newsletter(interview(project.page, request)) if project.page is not None else "",
    }
    return render(request, "mentoring/duets/admin/desk.html", context | _frame(str(project)))


@require_safe
def show_year(request: HttpRequest) -> HttpResponse:
    """The wheel of a place, its table, and for the region every municipality's year in one line."""
    territory = territory_of(request.user, "mentoring.duetproject", ["view"])
    if not territory:
        raise PermissionDenied
    today = timezone.localdate()
    year, place = _asked_year(request, today), _asked_place(request, territory)
    projects = list(visible_to(request.user, DuetProject.objects.under_way().of_year(year).with_duet()))
    own = [project for project in projects if project.municipality_id == (place.pk if place else None)]
    may_add = territory_of(request.user, "mentoring.duetproject", ["add"]).covers(place.pk if place else None)
    context = {
        "wheel": wheel(year, place, own, today),
        "others": _others(territory, projects, year, today),
        "places": list(territory.restrict(Municipality.objects.active(), "pk")),
        "place": place,
        "everywhere": territory.everywhere,
        "years": [(start, year_words(start), start == year) for start in (school_year(today) + turn for turn in TURNS)],
        "may_add": may_add,
        "suggestions": suggest(place, _next_empty(own, today)) if may_add else [],
        "next_month": _next_empty(own, today),
    }
    return render(request, "mentoring/duets/admin/year.html", context | _frame(_("Год дуэтов")))


@require_safe
def newsletter_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text for a mailing, to be copied."""
    response = HttpResponse(newsletter(_view(request, pk)), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="duet-{pk}.txt"'
    return response


@require_safe
def picture_card(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture for social networks, also before the publication."""
    response = HttpResponse(card(_view(request, pk)), content_type="image/png")
    response["Content-Disposition"] = f'attachment; filename="duet-{pk}.png"'
    return response


@require_safe
def draft_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The conversation on paper, also before the publication."""
    view = _view(request, pk)
    return pdf_response(interview_paper(view), view.title)


def _view(request: HttpRequest, pk: int) -> InterviewView:
    project = _mine(request, pk)
    if project.page is None:
        raise Http404
    return interview(project.page, request)


def _may_record(request: HttpRequest, project: DuetProject) -> bool:
    """Whether the user records consents of people of this pair."""
    place = project.pair.organisation.municipality_id if project.pair is not None else None
    models = ("mentoring.mentorconsent", "mentoring.menteeconsent")
    return place is not None and all(territory_of(request.user, model, ["add"]).covers(place) for model in models)


def _year_of(project: DuetProject) -> dict[str, Any]:
    """The wheel in which the duet stands."""
    place = {"place": project.municipality.code} if project.municipality else {}
    return {"year": school_year(project.month), **place}


def _mine(request: HttpRequest, pk: int) -> DuetProject:
    mine: Any = visible_to(request.user, DuetProject.objects.for_words())
    found: DuetProject = get_object_or_404(mine, pk=pk)
    return found


def _asked_year(request: HttpRequest, today: Any) -> int:
    asked = request.GET.get("year", "")
    now = school_year(today)
    return int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) - now in TURNS else now


def _asked_place(request: HttpRequest, territory: Territory) -> Municipality | None:
    """The municipality in the address if it is the user's, else their first; None stands for the region itself."""
    mine = territory.restrict(Municipality.objects.all(), "pk")
    asked = mine.filter(code=request.GET.get("place", "")[:40].replace("\0", "")).first()
    return asked or (None if territory.everywhere else mine.first())


def _others(territory: Territory, projects: list[DuetProject], year: int, today: Any) -> list[Wheel]:
    places = list(territory.restrict(Municipality.objects.active(), "pk"))
    if len(places) < 2:
        return []
    by_place: dict[int | None, list[DuetProject]] = {}
    for project in projects:
        by_place.setdefault(project.municipality_id, []).append(project)
    return [wheel(year, place, by_place.get(place.pk, []), today) for place in places]


def _next_empty(own: list[DuetProject], today: Any) -> Any:
    """The first month from now on without a duet."""
    taken = {project.month for project in own}
    month = first_of_month(today)
    return next(found for number in range(13) if (found := shifted(month, number)) not in taken or number == 12)


def _frame(title: str) -> dict[str, Any]:
    return {"page_title": title, "header_icon": "openquote"}


urlpatterns = [
    path("duets/year/", show_year, name="duet_year"),
    path("duets/<int:pk>/", show_desk, name="duet_desk"),
    path("duets/<int:pk>/questions/", words.QuestionsView.as_view(), name="duet_questions"),
    path("duets/<int:pk>/invite/", links.InviteView.as_view(), name="duet_invite"),
    path("duets/<int:pk>/link/<str:voice>/", links.NewLinkView.as_view(), name="duet_new_link"),
    path("duets/<int:pk>/link/<str:voice>/renew/", links.RenewLinkView.as_view(), name="duet_renew_link"),
    path("duets/<int:pk>/link/<str:voice>/revoke/", links.RevokeLinkView.as_view(), name="duet_revoke_link"),
    path("duets/<int:pk>/words/", words.WordsView.as_view(), name="duet_words"),
    path("duets/<int:pk>/ask/<int:question>/", steps.AskOnView.as_view(), name="duet_ask_on"),
    path("duets/<int:pk>/offer/", steps.OfferView.as_view(), name="duet_offer"),
    path("duets/<int:pk>/build/", publication.BuildView.as_view(), name="duet_build"),
    path("duets/<int:pk>/schedule/", publication.ScheduleView.as_view(), name="duet_schedule"),
    path("duets/<int:pk>/unschedule/", publication.UnscheduleView.as_view(), name="duet_unschedule"),
    path("duets/<int:pk>/publish/", publication.PublishView.as_view(), name="duet_publish"),
    path("duets/<int:pk>/take-down/", publication.TakeDownView.as_view(), name="duet_take_down"),
    path("duets/<int:pk>/cancel/", steps.CancelView.as_view(), name="duet_cancel"),
    path("duets/<int:pk>/reopen/", steps.ReopenView.as_view(), name="duet_reopen"),
    path("duets/<int:pk>/newsletter.txt", newsletter_text, name="duet_newsletter"),
    path("duets/<int:pk>/card.png", picture_card, name="duet_card"),
    path("duets/<int:pk>/paper.pdf", draft_paper, name="duet_draft_paper"),
]
