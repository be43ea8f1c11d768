"""«Наши копии»: which copy follows which source, and how."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from bestpractices.republication.actions import ChangeMode
from bestpractices.republication.admin.forms import ModeForm
from bestpractices.republication.admin.frames import CopyList, RowPage
from bestpractices.republication.enums import CopyMode, CopyState
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import Republication


def called(copy: Republication) -> str:
    """The copy's title; of a stub, which keeps no word of its source, the end of its address."""
    if copy.state != CopyState.WITHDRAWN:
        return str(copy.page.title)
    return _("%(title)s: %(address)s") % {"title": copy.page.title, "address": copy.page.slug}


class Copies(CopyList):
    """The copies that the user answers for: what follows which source, and how."""

    model = Republication
    page_title = gettext_lazy("Наши копии")
    header_icon = "copy"
    index_url_name = "republication_copies"
    index_results_url_name = "republication_copies_results"
    default_ordering = "-taken_on"
    list_display = [
        TitleColumn(
            "title",
            label=gettext_lazy("Копия"),
            accessor=called,
            get_url=lambda copy: reverse("republication_mode", args=[copy.pk]),
        ),
        Column("kind", label=gettext_lazy("Вид"), accessor=lambda copy: kinds.label(copy.kind)),
        Column("state", label=gettext_lazy("Источник"), accessor="get_state_display", sort_key="state"),
        Column("mode", label=gettext_lazy("Новые версии"), accessor="get_mode_display", sort_key="mode"),
        DateColumn("taken_on", label=gettext_lazy("Взято"), sort_key="taken_on"),
    ]

    def get_base_queryset(self) -> Any:
        return Republication.objects.run_by(self.request.user)


class ModeView(RowPage, FormView):
    """How one copy follows its source, and which versions it was offered."""

    parent = Copies
    form_class = ModeForm
    template_name = "republication/admin/mode.html"
    page_title = gettext_lazy("Копия и её источник")
    header_icon = "copy"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.copy = get_object_or_404(Republication.objects.run_by(request.user), pk=kwargs["pk"])
        self.about = called(self.copy)

    def get_initial(self) -> dict[str, Any]:
        return {"mode": self.copy.mode}

    def form_valid(self, form: ModeForm) -> HttpResponse:
        ChangeMode(self.copy, self.request.user, CopyMode(form.cleaned_data["mode"])).execute()
        messages.success(self.request, _("Сохранено."))
        return redirect("republication_copies")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {"copy": self.copy, "history": self.copy.updates.all()[:20], "button": _("Сохранить")}
        return super().get_context_data(**words, **kwargs)
