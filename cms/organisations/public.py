"""The address of every organisation: its own page where it wrote one, else a sheet of what the site knows."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.appearance.pieces import Crumb
from cms.organisations.models import OrganisationPage
from cms.pages.crumbs import page_crumbs
from cms.pages.models import MunicipalityPage
from cms.pages.publicness import public_pages
from cms.sharing.sitemaps import Chunk, chunks, is_regions_own
from cms.territories.models import Organisation


def taking_part() -> QuerySet[Organisation]:
    """The organisations that visitors may know of, by municipality."""
    active = Organisation.objects.filter(is_active=True, municipality__is_active=True)
    return active.select_related("municipality").order_by("municipality__short_name", "short_name")


def sheet_url(code: str) -> str:
    """The address of an organisation by its code; it leads on to the page that the organisation wrote."""
    return reverse("organisation", args=[code])


def own_page(organisation: Organisation) -> OrganisationPage | None:
    """The page that the organisation wrote, if visitors may read it now."""
    page: OrganisationPage | None = public_pages(OrganisationPage.objects.filter(organisation=organisation)).first()
    return page


def organisation_crumbs(organisation: Organisation, request: Any = None, here: str = "") -> tuple[Crumb, ...]:
    """The home of the municipality, the organisation, and a place inside it that is called ``here``."""
    if (page := own_page(organisation)) is not None:
        return page_crumbs(page, request, here)
    return sheet_crumbs(organisation, request, here)


def sheet_crumbs(organisation: Organisation, request: Any = None, here: str = "") -> tuple[Crumb, ...]:
    """The same for an organisation that is known to have no page of its own."""
    home = public_pages(MunicipalityPage.objects.filter(home_of=organisation.municipality_id)).first()
    steps: list[Crumb] = []
    if home is not None:
        steps = [Crumb(crumb.label, crumb.url or home.get_url(request) or "") for crumb in page_crumbs(home, request)]
    if here:
        return (*steps, Crumb(organisation.short_name, sheet_url(organisation.code)), Crumb(here))
    return (*steps, Crumb(organisation.short_name))


def sitemap_part(site: Site, root: str) -> list[Chunk]:
    """The organisations without a page of their own, and the list of all."""
    if not is_regions_own(site):
        return []
    written = public_pages(OrganisationPage.objects.all()).values("organisation")
    codes = taking_part().exclude(pk__in=written).values_list("code", flat=True)
    return chunks((root + url, None) for url in (reverse("organisations"), *map(sheet_url, codes)))


def described(organisation: Organisation) -> str:
    """One sentence for search engines and messengers."""
    place = ", ".join(part for part in (organisation.settlement, organisation.municipality.name) if part)
    return _("%(name)s (%(place)s): наставники, пары, программы и практики.") % {
        "name": organisation.short_name,
        "place": place,
    }
