"""A page that is not published while something in it is left to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision

from cms.blanks.finding import Spot, find_blanks, hunt
from cms.blanks.passages import passages_of
from cms.blanks.waivers import keep_waiver, new_blanks
from cms.pages.readiness import Need, ReadyPage

#: The field of the reason, which may itself quote a blank.
REASON = "blanks_reason"
#: Blanks named in one sentence; the panel of the form lists all.
NAMED = 4


class BlankFreePage(ReadyPage):
    """Counts blanks among what is missing, by every way of publishing; a written reason lets these very blanks pass.

    Its form is ``cms.blanks.forms.BlankFreeForm``, its panel ``cms.blanks.panel.BlanksPanel``.
    """

    blanks_reason = models.CharField(
        gettext_lazy("почему пропуски оставлены"),
        max_length=240,
        blank=True,
        help_text=gettext_lazy("Например: «бланк, его заполняют школы». Причина останется в истории страницы."),
    )
    #: More fields that may hold blanks.
    may_hold_blanks: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def blank_spots(self) -> list[Spot]:
        """Every blank of this state of the page, of its parts and of its files."""
        return hunt(passages_of(self, skip=(REASON, *self.may_hold_blanks)))

    def gaps(self) -> tuple[Need, ...]:
        return (*super().gaps(), *self.blank_needs(self.blank_spots(), self.blanks_reason))

    def unfinished(self) -> frozenset[str]:
        """Fields in which a blank stands that no reason explains: «№ ____»."""
        if self.blanks_reason.strip():
            return frozenset()
        values = {need.field: getattr(self, need.field) for need in self.needs}
        return frozenset(name for name, value in values.items() if isinstance(value, str) and find_blanks(value))

    def blank_needs(self, spots: Sequence[Spot], reason: str) -> tuple[Need, ...]:
        """What is to be done about the blanks; nothing where the reason covers them."""
        fresh = spots if not reason.strip() else new_blanks(self, reason, spots)
        if not fresh:
            return ()
        advice = _("Впишите их или объясните, почему они оставлены.")
        if reason.strip():
            advice = _("Прежнее объяснение их не касается: впишите их или объясните заново.")
        return (Need(REASON, f"{told_spots(fresh)} {advice}"),)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish, or raise ``NotReady``; blanks that were explained go into the history."""
        state = revision.as_object()
        spots = state.blank_spots()
        result = super().publish(revision, *args, **kwargs)
        if spots and state.blanks_reason.strip() and not state.gaps():
            keep_waiver(self, revision, kwargs.get("user"), state.blanks_reason, spots)
        return result


def told_spots(spots: Sequence[Spot]) -> str:
    """«Остались незаполненные места: …; ещё 3.»"""
    named = "; ".join(str(spot) for spot in spots[:NAMED])
    more = len(spots) - NAMED
    rest = "; " + _("ещё %(count)d") % {"count": more} if more > 0 else ""
    return _("Остались незаполненные места: %(places)s.") % {"places": named + rest}
