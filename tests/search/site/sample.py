"""An index page of the tests' own, which lists pages of text and of municipalities, and no sections."""

from __future__ import annotations

from typing import ClassVar

from wagtail.models import PAGE_MODEL_CLASSES

from cms.pages.listing import NEW, TITLE, Listing, ListingPage


class MaterialIndex(ListingPage):
    """«Материалы»: never saved, so it needs no table."""

    listing: ClassVar[Listing] = Listing(
        of=("cms.ContentPage", "cms.MunicipalityPage"),
        noun=("страница", "страницы", "страниц"),
        orders=(NEW, TITLE),
        empty="Страниц пока нет",
    )

    class Meta:
        app_label = "duet_search_sample"


PAGE_MODEL_CLASSES.remove(MaterialIndex)  # editors are not offered it
