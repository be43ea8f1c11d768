"""The journal in the admin: read, filtered by practice, downloaded; nothing in it can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from bestpractices.journal.models import Decision, DecisionQuerySet
from bestpractices.queues.gathering import reach
from bestpractices.queues.views import OwnDoor
from bestpractices.review.discretion import for_authors
from bestpractices.review.grants import Act
from cms.accounts.territory import User
from mentoring.bank.exports.responses import FORMATS, table_download

PER_PAGE = 50
#: Rows in one file.
LONGEST = 20_000
HEADINGS = ("Когда", "Практика", "Муниципалитет", "Кто", "Что", "Этап", "Почему", "Номер редакции")


def journal_of(user: User) -> DecisionQuerySet:
    """What the user may read: the municipality's lines, with as much of experts as the rules say; the centre, all."""
    decisions = Decision.objects.select_related("municipality")
    if everything := reach(user, Act.ASSIGN):
        return decisions.inside(everything)
    territory = reach(user, Act.READ)
    return for_authors(decisions.inside(territory)) if territory else decisions.none()


def journal_rows(decisions: DecisionQuerySet) -> Iterator[list[str]]:
    """The journal as a table: headings, then a line a decision."""
    yield list(HEADINGS)
    for decision in decisions[:LONGEST].iterator(chunk_size=500):
        yield [
            f"{timezone.localtime(decision.at):%d.%m.%Y %H:%M}",
            decision.title,
            str(decision.municipality or ""),
            decision.who,
            str(decision.get_what_display()),
            str(decision.get_stage_display()) if decision.stage else "",
            decision.why,
            str(decision.revision_id or ""),
        ]


class JournalView(OwnDoor, TemplateView):
    """The journal, page by page, or as a file with ``?format=xlsx`` or ``csv``."""

    template_name = "bestpractices/admin/journal.html"
    header_icon = "history"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        wanted = request.GET.get("format", "")
        if wanted in FORMATS:
            name = f"zhurnal-praktik-{timezone.localdate():%Y-%m-%d}"
            return table_download(journal_rows(self.decisions()), name, wanted)
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def get_page_title(self) -> str:
        return _("Журнал решений")

    def decisions(self) -> DecisionQuerySet:
        found = journal_of(self.request.user)
        asked = self.request.GET.get("practice", "")
        return found.about(int(asked)) if asked.isdecimal() and len(asked) < 10 else found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.decisions(), PER_PAGE).get_page(self.request.GET.get("page"))
        asked = self.request.GET.get("practice", "")
        return super().get_context_data(page=page, asked=asked if asked.isdecimal() else "", **kwargs)
