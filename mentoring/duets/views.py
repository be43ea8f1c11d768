"""What visitors take from an interview besides its page: the picture, the paper, the feed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cms.papers.responses import pdf_response
from cms.sharing.address import site_root
from cms.sharing.atom import atom_response
from cms.sharing.moments import UNDATED
from mentoring.duets.cards import card
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.papers import interview_paper
from mentoring.duets.presenters import interview

FEED_LENGTH = 20


def _presentable(pk: int) -> DuetInterviewPage:
    """The interview, if visitors may read it today; otherwise there is nothing here."""
    page: DuetInterviewPage = get_object_or_404(DuetInterviewPage.objects.presentable().for_cards(), pk=pk)
    if page.reasons_held():
        page = get_object_or_404(DuetInterviewPage.objects.none(), pk=pk)
    return page


@require_safe
@cache_control(max_age=300)
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The card of an interview for social networks."""
    response = HttpResponse(card(interview(_presentable(pk), request)), content_type="image/png")
    response["Content-Disposition"] = f'inline; filename="duet-{pk}.png"'
    return response


@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The interview as a PDF."""
    view = interview(_presentable(pk), request)
    return pdf_response(interview_paper(view), view.title)


@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """The latest conversations of the region, as Atom."""
    pages = list(DuetInterviewPage.objects.presentable().latest_first()[:FEED_LENGTH])
    return atom_response(
        request,
        pages,
        title=_("Педагогический дуэт"),
        about=_("Разговоры наставников и наставляемых, раз в месяц"),
        link=f"{site_root()}/duety/",
        feed_url=site_root() + request.path,
        changed=UNDATED,
    )
