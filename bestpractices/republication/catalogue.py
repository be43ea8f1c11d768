"""What can be taken: published pages of the kinds that travel, out of other people's branches."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from bestpractices.republication.branches import branch_name, has_own_sections, own_homes, works_for_region
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import RepublishedPage
from cms.accounts.territory import User
from cms.pages.models import MunicipalityPage
from cms.pages.publicness import public_pages

#: Characters of the tree path that name a branch: root, home, home of a municipality.
BRANCH = 3 * Page.steplen


def givable_pages(user: User) -> QuerySet[Any]:
    """The public pages that may be taken into a branch of the user, newest first; not those that stand in it."""
    models = [kind.model for kind in kinds]
    pages = public_pages(Page.objects.type(*models, RepublishedPage)).annotate(branch=Substr("path", 1, BRANCH))
    pages = pages.order_by("-last_published_at", "pk")
    if not has_own_sections(user):
        return pages.none()
    if works_for_region(user):
        return pages.filter(branch__in=MunicipalityPage.objects.values("path"))
    return pages.exclude(branch__in=own_homes(user).values("path"))


def kind_of(page: Page) -> str:
    """«Практика»."""
    kind = kinds.of(page)
    return str(kind.label) if kind else str(_("Копия"))


def branch_of(page: Page) -> str:
    """«Ключевской район»."""
    return branch_name(page.specific)


class CatalogueFilterSet(WagtailFilterSet):
    """By words of the title and by kind."""

    title = django_filters.CharFilter(label=_("Слова заголовка"), method="has_words")
    kind = django_filters.ChoiceFilter(label=_("Вид"), method="is_kind", choices=lambda: kind_choices())

    class Meta:
        model = Page
        fields: list[str] = []

    def has_words(self, pages: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """SQLite compares only Latin letters without their case."""
        for word in value.split()[:10]:
            spellings = (word, word.lower(), word.capitalize())
            condition = Q()
            for spelling in spellings:
                condition |= Q(title__icontains=spelling)
            pages = pages.filter(condition)
        return pages

    def is_kind(self, pages: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        model = next((kind.model for kind in kinds if kind.key == value), None)
        return pages.type(model) if model else pages  # type: ignore[attr-defined]


def kind_choices() -> list[tuple[str, str]]:
    """The kinds, in the order of their names."""
    return sorted(((kind.key, str(kind.label)) for kind in kinds), key=lambda choice: choice[1])
