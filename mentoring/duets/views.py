"""What visitors take from an interview besides its page: the picture, the paper, the feed."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cms.papers.responses import pdf_response
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


class ConversationFeed(Feed):
    """The latest conversations of the region, as Atom."""

    feed_type = Atom1Feed
    link = "/duety/"

    def title(self) -> str:
        return _("Педагогический дуэт")

    def subtitle(self) -> str:
        return _("Разговоры наставников и наставляемых, раз в месяц")

    def items(self) -> list[DuetInterviewPage]:
        return list(DuetInterviewPage.objects.presentable().for_cards().latest_first()[:FEED_LENGTH])

    def item_title(self, item: DuetInterviewPage) -> str:
        return item.title

    def item_description(self, item: DuetInterviewPage) -> str:
        return item.lead

    def item_link(self, item: DuetInterviewPage) -> str:
        return item.get_url() or "/"

    def item_pubdate(self, item: DuetInterviewPage) -> datetime:
        return item.first_published_at or datetime.combine(item.month, time(), tzinfo=UTC)

    def item_updateddate(self, item: DuetInterviewPage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)
