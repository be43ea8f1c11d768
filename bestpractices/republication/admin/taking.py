"""What others have published, and the form that takes it."""

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
from wagtail.models import Page

from bestpractices.republication.actions import TakeCopy
from bestpractices.republication.admin.forms import TakeForm
from bestpractices.republication.admin.frames import CopyList, RowPage
from bestpractices.republication.catalogue import CatalogueFilterSet, branch_of, givable_pages, kind_of
from cms.actions import Refused


class Catalogue(CopyList):
    """Published pages of other branches that the user may take."""

    model = Page
    page_title = gettext_lazy("Материалы других разделов")
    header_icon = "download"
    index_url_name = "republication_catalogue"
    index_results_url_name = "republication_catalogue_results"
    filterset_class = CatalogueFilterSet
    default_ordering = "-last_published_at"
    is_searchable = False
    list_display = [
        TitleColumn(
            "title",
            label=gettext_lazy("Материал"),
            get_url=lambda page: reverse("republication_take", args=[page.pk]),
        ),
        Column("kind", label=gettext_lazy("Вид"), accessor=kind_of),
        Column("branch", label=gettext_lazy("Чей"), accessor=branch_of),
        DateColumn("last_published_at", label=gettext_lazy("Опубликован"), sort_key="last_published_at"),
    ]

    def get_base_queryset(self) -> Any:
        return givable_pages(self.request.user)


class Take(RowPage, FormView):
    """Takes one page: own title, summary, date, section and mode."""

    parent = Catalogue
    form_class = TakeForm
    template_name = "republication/admin/take.html"
    page_title = gettext_lazy("Взять в свой раздел")
    header_icon = "download"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.source = get_object_or_404(givable_pages(request.user), pk=kwargs["pk"]).specific
        self.about = self.source.title

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "source": self.source, "user": self.request.user}

    def form_valid(self, form: TakeForm) -> HttpResponse:
        action = TakeCopy(self.source, form.cleaned_data["target"], form.words(), self.request.user)
        try:
            page = action.execute()
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Черновик копии создан. Проверьте его и опубликуйте, как обычно."))
        return redirect("wagtailadmin_pages:edit", page.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {"source": self.source, "kind": kind_of(self.source), "branch": branch_of(self.source)}
        return super().get_context_data(button=_("Создать черновик копии"), **words, **kwargs)
