"""The admin's form of an order, and the papers of a draft."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.acts.composing.forms import OrderForm
from cms.acts.composing.order import order_draft
from cms.acts.composing.prefill import known_of
from cms.acts.models import ActIndexPage, ActPage
from cms.acts.papers import act_docx, act_pdf
from cms.drafts.policies import Device, keeps_drafts


def sections_for(user: Any) -> Any:
    """The sections of acts in which the user may write."""
    sections = _sections()
    return sections.filter(pk__in=[section.pk for section in sections if _may_write(user, section)])


def has_sections(user: Any) -> bool:
    """Whether there is such a section; asked on every page of the admin, so the first one is enough."""
    return any(_may_write(user, section) for section in _sections())


def _sections() -> Any:
    return ActIndexPage.objects.live().select_related("municipality").order_by("path")


def _may_write(user: Any, section: ActIndexPage) -> bool:
    return bool(section.permissions_for_user(user).can_add_subpage())


@keeps_drafts(Device.SESSION)
class ComposeOrderView(WagtailAdminTemplateMixin, FormView):
    """«Составить приказ»: answers become a draft, which the editor then reads, mends and publishes."""

    template_name = "cms/admin/compose_order.html"
    form_class = OrderForm
    page_title = gettext_lazy("Составить приказ")
    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.sections = sections_for(request.user)
        if not self.sections.exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "sections": self.sections}

    def get_initial(self) -> dict[str, Any]:
        """What the site knows for the section in the address, or for the only one that the user has."""
        asked = self.request.GET.get("section", "")
        chosen = self.sections.filter(pk=asked).first() if asked.isdecimal() and len(asked) < 10 else None
        section = chosen or (self.sections.first() if self.sections.count() == 1 else None)
        return known_of(section, self.request.user, timezone.localdate()) if section is not None else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        others = self.sections if self.sections.count() > 1 else []
        return super().get_context_data(other_sections=others, **kwargs)

    def form_valid(self, form: OrderForm) -> HttpResponse:
        section = form.cleaned_data["section"]
        if not section.permissions_for_user(self.request.user).can_add_subpage():
            raise PermissionDenied
        page = order_draft(form.words())
        page.owner = self.request.user
        page.slug = free_slug(section)
        section.add_child(instance=page)
        page.save_revision(user=self.request.user, log_action=True)
        buttons = [
            messages.button(reverse("act_paper", args=[page.pk, kind]), kind.upper(), new_window=True)
            for kind in ("pdf", "docx")
        ]
        messages.success(
            self.request, _("Черновик приказа готов. Прочитайте его и впишите недостающее."), buttons=buttons
        )
        return redirect("wagtailadmin_pages:edit", page.pk)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": "", "label": str(self.page_title)},
        ]


def free_slug(section: Any) -> str:
    """An address that no other act of the section has."""
    taken = set(section.get_children().values_list("slug", flat=True))
    number = 1
    while slugify(f"prikaz-{number}") in taken:
        number += 1
    return f"prikaz-{number}"


@require_safe
def act_paper(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The newest draft on paper, for those who may edit it."""
    page = get_object_or_404(ActPage, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    papers = {"pdf": act_pdf, "docx": act_docx}
    if kind not in papers:
        raise Http404
    return papers[kind](page.get_latest_revision_as_object())


class ComposeMenuItem(MenuItem):
    """Stands in the menu of those who may write acts somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        return has_sections(request.user)


def compose_menu_item() -> MenuItem:
    """«Составить приказ» in the main menu."""
    return ComposeMenuItem(_("Составить приказ"), reverse("act_compose"), icon_name="doc-full", order=250)


urlpatterns = [
    path("acts/compose/", ComposeOrderView.as_view(), name="act_compose"),
    path("acts/<int:pk>/paper.<str:kind>", act_paper, name="act_paper"),
]
