"""The questions that are asked of copies and of their updates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from bestpractices.republication.enums import CopyMode, CopyState, UpdateState
from cms.accounts.territory import User
from cms.pages.publicness import public_pages
from cms.territories.models import Municipality


class RepublicationQuerySet(models.QuerySet[Any]):
    """Copies."""

    def of_source(self, source_id: UUID) -> RepublicationQuerySet:
        """The copies of one page, in all branches."""
        return self.filter(source_id=source_id)

    def listening(self) -> RepublicationQuerySet:
        """The copies whose editors want to hear of new versions."""
        return self.exclude(mode=CopyMode.DETACHED)

    def in_branch(self, municipality: Municipality | None) -> RepublicationQuerySet:
        """The copies in the branch of a municipality, or in the region's own (None)."""
        return self.filter(page__municipality=municipality)

    def current(self) -> RepublicationQuerySet:
        """The copies whose source is still published."""
        return self.filter(state=CopyState.CURRENT)

    def naming(self, name: str) -> list[Any]:
        """The copies whose stored wording names this author."""
        return [copy for copy in self if name in copy.content.get("authors", ())]

    def shown(self) -> RepublicationQuerySet:
        """The copies that visitors can read."""
        return self.current().filter(page__live=True)

    def readable(self) -> RepublicationQuerySet:
        """The copies that visitors can read now, no restriction being above them."""
        return self.current().filter(page__in=public_pages().values("pk"))

    def of_origins(self, origins: Iterable[UUID]) -> RepublicationQuerySet:
        """The copies, and copies of copies, of these pages."""
        return self.filter(origin_id__in=set(origins))

    def run_by(self, user: User) -> RepublicationQuerySet:
        """The copies that the user may publish, and so decides about."""
        pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
        return self.filter(page__in=pages.values("pk")).select_related("page")


class SourceUpdateQuerySet(models.QuerySet[Any]):
    """New versions that sources sent."""

    def waiting(self) -> SourceUpdateQuerySet:
        """Those that nobody has decided about, the longest waiting first."""
        return self.filter(state=UpdateState.WAITING).order_by("arrived_at")

    def run_by(self, user: User) -> SourceUpdateQuerySet:
        """Those that the user decides about."""
        pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
        return self.filter(republication__page__in=pages.values("pk")).select_related("republication__page")


class KeptFileQuerySet(models.QuerySet[Any]):
    """Files of copies."""

    def shown(self) -> KeptFileQuerySet:
        """The files that a copy which visitors can read needs."""
        return self.filter(
            republications__state=CopyState.CURRENT, republications__page__in=Page.objects.live().public().values("pk")
        ).distinct()

    def unneeded(self) -> KeptFileQuerySet:
        """The files of no copy at all."""
        return self.filter(republications=None, updates=None)
