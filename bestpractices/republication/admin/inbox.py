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
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from bestpractices.republication.actions import AcceptUpdate, ChangeMode, DeclineUpdate
from bestpractices.republication.admin.doors import ForSectionEditors
from bestpractices.republication.admin.forms import ModeForm
from bestpractices.republication.documents.differences import differences
from bestpractices.republication.enums import CopyMode
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import Republication, SourceUpdate
from cms.actions import Refused
from cms.paginating import RussianPaginator


class Inbox(ForSectionEditors, IndexView):
    """The new versions about which the user decides, the longest waiting first."""

    model = SourceUpdate
    page_title = gettext_lazy("Обновления источников")
    header_icon = "mail"
    template_name = "republication/admin/list.html"
    results_template_name = "republication/admin/list_results.html"
    index_url_name = "republication_inbox"
    index_results_url_name = "republication_inbox_results"
    paginate_by = 30
    paginator_class = RussianPaginator
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

    def get_add_url(self) -> None:
        return None


class Copies(ForSectionEditors, IndexView):
    """The copies that the user answers for: what follows which source, and how."""

    model = Republication
    page_title = gettext_lazy("Наши копии")
    header_icon = "copy"
    template_name = "republication/admin/list.html"
    results_template_name = "republication/admin/list_results.html"
    index_url_name = "republication_copies"
    index_results_url_name = "republication_copies_results"
    paginate_by = 30
    paginator_class = RussianPaginator
    default_ordering = "-taken_on"
    list_display = [
        TitleColumn(
            "title",
            label=gettext_lazy("Копия"),
            accessor="page.title",
            get_url=lambda copy: reverse("republication_mode", args=[copy.pk]),
        ),
        Column("kind", label=gettext_lazy("Вид"), accessor=lambda copy: kinds.label(copy.kind)),
        Column("state", label=gettext_lazy("Источник"), accessor="get_state_display", sort_key="state"),
        Column("mode", label=gettext_lazy("Новые версии"), accessor="get_mode_display", sort_key="mode"),
        DateColumn("taken_on", label=gettext_lazy("Взято"), sort_key="taken_on"),
    ]

    def get_base_queryset(self) -> Any:
        return Republication.objects.run_by(self.request.user)

    def get_add_url(self) -> None:
        return None


class UpdateView(WagtailAdminTemplateMixin, TemplateView):
    """One new version: what changed, section by section, and three answers to it."""

    template_name = "republication/admin/update.html"
    page_title = gettext_lazy("Новая версия источника")
    header_icon = "mail"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.update = get_object_or_404(SourceUpdate.objects.all().run_by(request.user), pk=kwargs["pk"])

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

    def get_page_subtitle(self) -> str:
        return self.update.republication.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": reverse("republication_inbox"), "label": str(Inbox.page_title)},
            {"url": "", "label": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        copy = self.update.republication
        shown, offered = copy.document, self.update.document
        changed = differences(shown, offered) if shown and offered else ()
        is_waiting = SourceUpdate.objects.waiting().filter(pk=self.update.pk).exists()
        words = {"copy": copy, "update": self.update, "differences": changed, "is_waiting": is_waiting}
        return super().get_context_data(is_back=shown is None, **words, **kwargs)


class ModeView(WagtailAdminTemplateMixin, TemplateView):
    """How one copy follows its source."""

    template_name = "republication/admin/mode.html"
    page_title = gettext_lazy("Копия и её источник")
    header_icon = "copy"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.copy = get_object_or_404(Republication.objects.run_by(request.user), pk=kwargs["pk"])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ModeForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        ChangeMode(self.copy, request.user, CopyMode(form.cleaned_data["mode"])).execute()
        messages.success(request, _("Сохранено."))
        return redirect("republication_copies")

    def get_page_subtitle(self) -> str:
        return self.copy.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": reverse("republication_copies"), "label": str(Copies.page_title)},
            {"url": "", "label": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", ModeForm(initial={"mode": self.copy.mode}))
        return super().get_context_data(copy=self.copy, history=self.copy.updates.all()[:20], **kwargs)
