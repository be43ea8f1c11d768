"""«Обновления источников»: new versions that wait for a decision, and the decision itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from bestpractices.republication.actions import AcceptUpdate, DeclineUpdate
from bestpractices.republication.admin.frames import CopyList, RowPage
from bestpractices.republication.documents.differences import differences
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import SourceUpdate
from cms.actions import Refused


class Inbox(CopyList):
    """The new versions about which the user decides, the longest waiting first."""

    model = SourceUpdate
    page_title = gettext_lazy("Обновления источников")
    header_icon = "mail"
    index_url_name = "republication_inbox"
    index_results_url_name = "republication_inbox_results"
    default_ordering = "arrived_at"
    list_display = [
        TitleColumn(
            "title",
            label=gettext_lazy("Наша копия"),
            accessor="republication.page.title",
            get_url=lambda update: reverse("republication_update", args=[update.pk]),
        ),
        Column("kind", label=gettext_lazy("Вид"), accessor=lambda update: kinds.label(update.republication.kind)),
        DateColumn("arrived_at", label=gettext_lazy("Пришло"), sort_key="arrived_at"),
    ]

    def get_base_queryset(self) -> Any:
        return SourceUpdate.objects.waiting().run_by(self.request.user)


class UpdateView(RowPage, TemplateView):
    """One new version: what changed, section by section, and three answers to it."""

    parent = Inbox
    template_name = "republication/admin/update.html"
    page_title = gettext_lazy("Новая версия источника")
    header_icon = "mail"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.update = get_object_or_404(SourceUpdate.objects.all().run_by(request.user), pk=kwargs["pk"])
        self.about = self.update.republication.page.title

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """All, the ticked sections, or nothing."""
        answer = request.POST.get("answer", "")
        chosen = None if answer == "all" else set(request.POST.getlist("sections"))
        decline = answer == "none"
        action = (
            DeclineUpdate(self.update, request.user) if decline else AcceptUpdate(self.update, request.user, chosen)
        )
        try:
            action.execute()
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("republication_update", self.update.pk)
        done = _("Копия осталась прежней.") if decline else _("Копия обновлена.")
        messages.success(request, done)
        return redirect("republication_inbox")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        copy = self.update.republication
        shown, offered = copy.document, self.update.document
        changed = differences(shown, offered) if shown and offered else ()
        words = {"copy": copy, "update": self.update, "differences": changed, "is_waiting": self.update.is_waiting}
        return super().get_context_data(is_back=shown is None, **words, **kwargs)
