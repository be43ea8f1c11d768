"""Questions about links."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from cms.accounts.territory import User
from cms.links.enums import BAD, UNKNOWN


class OutgoingLinkQuerySet(models.QuerySet[Any]):
    """Words for links."""

    def due(self, now: datetime) -> OutgoingLinkQuerySet:
        """Those to be asked about now, new ones first, then in the order in which they fell due."""
        waiting = self.filter(Q(next_check=None) | Q(next_check__lte=now))
        return waiting.order_by(F("next_check").asc(nulls_first=True), "pk")

    def seen_by(self, user: User) -> OutgoingLinkQuerySet:
        """Those that stand somewhere this user may see."""
        from cms.links.models import LinkPlace

        return self.filter(Exists(LinkPlace.objects.seen_by(user).filter(link=OuterRef("pk"))))

    def without_a_place(self) -> OutgoingLinkQuerySet:
        """Those that stand nowhere any more."""
        return self.filter(places=None)


class LinkPlaceQuerySet(models.QuerySet[Any]):
    """Words for the places of links."""

    def seen_by(self, user: User) -> LinkPlaceQuerySet:
        """Those in pages and records that this user works with: the rights are those of the thing itself."""
        from cms.links.holders import holders_of_links, things_of

        condition = Q(pk__in=())
        for holder in holders_of_links():
            mine = things_of(user, holder.base).values("pk")
            condition |= Q(kind=holder.kind, thing_id__in=mine)
        return self.filter(condition)

    def bad(self) -> LinkPlaceQuerySet:
        """Those whose link somebody should mend."""
        return self.filter(link__state__in=BAD)

    def unknown(self) -> LinkPlaceQuerySet:
        """Those of whose link nobody knows whether it opens."""
        return self.filter(link__state__in=UNKNOWN)
