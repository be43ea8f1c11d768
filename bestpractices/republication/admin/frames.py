"""What the lists of the room and the pages behind their rows have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from bestpractices.republication.admin.doors import ForSectionEditors
from cms.drafts.policies import Device, keeps_drafts
from cms.paginating import RussianPaginator


class CopyList(ForSectionEditors, IndexView):
    """A list of the room: nothing is added in it, its rows lead to pages of their own."""

    template_name = "republication/admin/list.html"
    results_template_name = "republication/admin/list_results.html"
    paginate_by = 30
    paginator_class = RussianPaginator

    def get_add_url(self) -> None:
        return None


@keeps_drafts(Device.LASTING)
class RowPage(WagtailAdminTemplateMixin):
    """The page behind a row of ``parent``: the way back to the list, and the title of what it is about."""

    parent: ClassVar[type[CopyList]]
    about: str

    @property
    def back_url(self) -> str:
        """The address of the list."""
        return reverse(self.parent.index_url_name)

    def get_page_subtitle(self) -> str:
        return self.about

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": self.back_url, "label": str(self.parent.page_title)},
            {"url": "", "label": self.about},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(back_url=self.back_url, **kwargs)
