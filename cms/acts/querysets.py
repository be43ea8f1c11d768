from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from wagtail.query import PageQuerySet

from cms.acts.numbers import numbers_in
from cms.pages.publicness import public_pages

if TYPE_CHECKING:
    from cms.acts.parts import ActRelation  # noqa: F401 – named in a base class


def number_condition(question: str, path: str = "") -> Q:
    """A condition on acts, or on what leads to them by ``path``: the number begins as the question spells it."""
    condition = Q(pk__in=[])
    for number in numbers_in(question):
        condition |= Q(**{f"{path}number_plain__startswith": number})
    return condition


class ActQuerySet(PageQuerySet):
    """Questions about acts."""

    def public_now(self) -> ActQuerySet:
        """Those that every visitor may read."""
        return public_pages(self)

    def inside(self, path: str) -> ActQuerySet:
        """Those of a branch of the tree."""
        return self.filter(path__startswith=path)

    def numbered(self, question: str) -> ActQuerySet:
        """Those whose number the question spells, whole or its beginning."""
        return self.filter(number_condition(question))

    def latest_first(self) -> ActQuerySet:
        """From the newest date to the oldest."""
        return self.order_by(models.F("date").desc(nulls_last=True), "title", "pk")


class ActRelationQuerySet(models.QuerySet["ActRelation"]):
    """Questions about relations; an unpublished act relates to nothing yet."""

    def of_public_acts(self) -> ActRelationQuerySet:
        """What published acts say of others."""
        from cms.acts.models import ActPage

        return self.filter(act__in=ActPage.objects.public_now().order_by().values("pk"))

    def into(self, act: Any) -> ActRelationQuerySet:
        """What is done to this act."""
        return self.filter(target=act.pk)
