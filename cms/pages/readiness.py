"""A page that is published only when it is complete: what it needs is a list, and every way to publish asks it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from cms.pages.editorial import EditorialPage

#: Wagtail's word for a publication that nobody presses a button for.
BY_SCHEDULE = "wagtail.publish.scheduled"


@dataclass(frozen=True, slots=True)
class Need:
    """A field (or a list of parts) that may not be empty, and the sentence that tells what to do."""

    field: str
    words: str | Promise


class NotReady(PermissionDenied):
    """The page lacks something; the message names all of it. The admin turns it into a refusal, never an error page."""


class ReadyPage(EditorialPage):
    """A page with ``needs``: a draft is saved at any time, a publication waits until nothing is missing.

    Its form is ``cms.pages.readiness_forms.ReadyPageForm``, its panel ``ReadinessPanel``.
    """

    needs: ClassVar[tuple[Need, ...]] = ()

    class Meta:
        abstract = True

    def gaps(self) -> tuple[Need, ...]:
        """What this state of the page still needs, in the order of the form."""
        return self.gaps_of({need.field: _is_filled(getattr(self, need.field)) for need in self.needs})

    def gaps_of(self, filled: Mapping[str, bool]) -> tuple[Need, ...]:
        """What is still needed where only these fields are filled."""
        return tuple(need for need in self.needs if not filled.get(need.field))

    def unfinished(self) -> frozenset[str]:
        """Fields of ``needs`` that hold something, but not yet what they are for."""
        return frozenset()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the page; the last door, through which every way of publishing goes, raises ``NotReady``.

        What visitors read already may lack what it lacked before (a need may be newer than the page), nothing more.
        """
        if self.live and (gaps := self.gaps()) and (new := self._new_gaps(gaps, kwargs.get("update_fields"))):
            raise NotReady(told(new))
        super().save(*args, **kwargs)

    def _new_gaps(self, gaps: tuple[Need, ...], only: Collection[str] | None) -> tuple[Need, ...]:
        """Those of the gaps that visitors do not see yet; ``only`` as ``update_fields`` of save."""
        stored = type(self)._base_manager.filter(pk=self.pk, live=True).first()
        if stored is None or stored.live_revision_id != self.live_revision_id:
            return gaps
        known = {need.field for need in stored.gaps()}
        return tuple(gap for gap in gaps if gap.field not in known and (only is None or gap.field in only))

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish, or raise ``NotReady``; a planned publication is taken back and the history tells why."""
        gaps = revision.as_object().gaps()
        if not gaps:
            return super().publish(revision, *args, **kwargs)
        if kwargs.get("log_action") != BY_SCHEDULE:
            raise NotReady(told(gaps))
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(instance=self, action="duet.page.not_ready", data={"gaps": told(gaps)}, revision=revision)
        return None


def told(gaps: tuple[Need, ...]) -> str:
    """The sentences of what is missing, one after the other."""
    return " ".join(str(need.words) for need in gaps)


def draft_gaps(page: Page) -> tuple[Need, ...]:
    """What the latest draft of any page lacks; nothing for a page that needs nothing."""
    specific = page.specific
    if not isinstance(specific, ReadyPage):
        return ()
    return specific.get_latest_revision_as_object().gaps()


def refusal(page: Page, gaps: tuple[Need, ...]) -> str:
    """«Программа гимназии» пока не опубликовать. Укажите цель."""
    return _("«%(page)s» пока не опубликовать. %(gaps)s") % {"page": page.title, "gaps": told(gaps)}


def _is_filled(value: Any) -> bool:
    return bool(value.all()) if hasattr(value, "all") else bool(value) or value == 0
