"""«Ссылки на другие сайты»: what does not open, what has moved, what looks misspelt, which documents nobody finds."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.actions import Refused
from cms.drafts.policies import no_words_typed
from cms.links.deciding import AcceptAlike, ReviveAlike
from cms.links.documents import unlinked_documents
from cms.links.editor import links_of_a_form
from cms.links.models import LinkPlace, LookAlike
from cms.links.overview import alike, standing, totals
from cms.links.policy import current_policy
from cms.links.querysets import LinkPlaceQuerySet
from cms.paginating import RussianPaginator

SHOWN = 50
#: What the page can list, in the order of its switches.
LISTS = {
    "places": gettext_lazy("По муниципалитетам"),
    "bad": gettext_lazy("Надо исправить"),
    "alike": gettext_lazy("Похожие адреса"),
    "accepted": gettext_lazy("Так и надо"),
    "documents": gettext_lazy("Документы без ссылок"),
    "all": gettext_lazy("Все ссылки"),
}
#: Those that list pairs of addresses.
PAIRS = ("alike", "accepted")


class LinkReportView(WagtailAdminTemplateMixin, TemplateView):
    """The links of the user's own territory, by municipality."""

    template_name = "cms/links/report.html"
    page_title = gettext_lazy("Ссылки на другие сайты")
    header_icon = "link"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("show", "")
        show = asked if asked in LISTS else "places"
        municipality = self.request.GET.get("municipality")
        # All that there is, is counted where it is shown or a municipality has to be found in it.
        sums = totals(self.request.user) if show == "places" or municipality else []
        where = next((row for row in sums if str(row.municipality) == municipality), None)
        page = RussianPaginator(self._rows(show, where.municipality if where else None), SHOWN).get_page(
            self.request.GET.get("p")
        )
        return super().get_context_data(
            show=show,
            lists=LISTS.items(),
            sums=[where] if where else sums,
            where=where,
            page=page,
            is_on=current_policy().is_on,
            unknown=0 if page or show != "bad" else self._unknown(where.municipality if where else None),
            standing=standing(self._places(show, page), self.request.user),
            **kwargs,
        )

    def _rows(self, show: str, municipality: int | None) -> Any:
        user = self.request.user
        if show == "places":
            return []
        if show in PAIRS:
            return alike(user, municipality, accepted=show == "accepted")
        if show == "documents":
            documents = unlinked_documents(user).select_related("collection")
            return documents if municipality is None else documents.filter(place=municipality or None)
        places = self._places_of(municipality).select_related("link", "municipality")
        if show == "bad":
            places = places.bad()
        return places.order_by("link__state", "link__address", "pk")

    def _unknown(self, municipality: int | None) -> int:
        """Of how many links nobody knows whether they open."""
        return self._places_of(municipality).unknown().values("link").distinct().count()

    def _places_of(self, municipality: int | None) -> LinkPlaceQuerySet:
        places = LinkPlace.objects.seen_by(self.request.user)
        return places if municipality is None else places.filter(municipality=municipality or None)

    @staticmethod
    def _places(show: str, page: Page[Any]) -> list[LinkPlace]:
        if show in ("documents", "places"):
            return []
        if show in PAIRS:
            return [place for pair in page for _address, places in pair.sides for place in places]
        return list(page)


@no_words_typed("one button")
@require_POST
def decide_on_pair(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of a pair that both addresses are right, or take that back; leads to the list that it was asked from."""
    verb = ReviveAlike if request.POST.get("verdict") == "revive" else AcceptAlike
    try:
        pair = LookAlike.objects.get(pk=pk)
        verb(pair, request.user).execute()
    except LookAlike.DoesNotExist:
        messages.warning(request, _("Одна из ссылок уже изменилась: этой пары больше нет."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        accepted = _("Отмечено: так и надо. Пара вернётся, если одна из ссылок изменится.")
        messages.success(request, accepted if verb is AcceptAlike else _("Пара снова стоит среди похожих адресов."))
    back = {name: request.POST[name] for name in ("show", "municipality") if request.POST.get(name)}
    return redirect(f"{reverse('links_report')}?{urlencode(back)}")


def links_menu_item() -> MenuItem:
    """The place of the report among the others."""
    label, url = gettext_lazy("Ссылки на другие сайты"), reverse_lazy("links_report")
    return MenuItem(label, url, name="links-report", icon_name="link", order=150)


urlpatterns = [
    path("reports/links/", require_admin_access(LinkReportView.as_view()), name="links_report"),
    path("reports/links/pair/<int:pk>/", require_admin_access(decide_on_pair), name="links_pair"),
    path("links/of-a-form/", require_admin_access(links_of_a_form), name="links_of_a_form"),
]
