"""Blanks that an editor leaves on purpose: the reason stands in the history, and covers these very blanks only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page, PageLogEntry, Revision

from cms.blanks.finding import Spot

WAIVED = "duet.blanks.waive"


def new_blanks(page: Page, reason: str, spots: Sequence[Spot]) -> list[Spot]:
    """The blanks that no publication with this reason has covered yet."""
    if not (spots and reason.strip() and page.pk):
        return list(spots)
    covered: set[str] = set()
    for data in PageLogEntry.objects.filter(page=page.pk, action=WAIVED).values_list("data", flat=True):
        if data.get("reason") == reason.strip():
            covered.update(data.get("blanks", ()))
    return [spot for spot in spots if spot.excerpt not in covered] if covered else []


def keep_waiver(page: Page, revision: Revision, user: Any, reason: str, spots: Sequence[Spot]) -> None:
    """Write down who left which blanks, and why."""
    blanks = [spot.excerpt for spot in spots]
    known = PageLogEntry.objects.filter(page=page.pk, action=WAIVED).order_by("-timestamp").first()
    data = {"reason": reason.strip(), "blanks": blanks, "places": [spot.place for spot in spots]}
    if known is None or known.data != data:
        log(instance=page, action=WAIVED, user=user, data=data, revision=revision)


class WaiverFormatter(LogFormatter):
    """Why the page was published with blanks, and where they are."""

    label = _("Опубликовано с пропусками")

    def format_message(self, log_entry: Any) -> str:
        places = "; ".join(log_entry.data.get("places", ()))
        return f"{self.label}: {log_entry.data.get('reason', '')} ({places})"


def tell_of_waivers(actions: Any) -> None:
    """Register how the history tells of blanks that were left on purpose."""
    actions.register_action(WAIVED)(WaiverFormatter)
