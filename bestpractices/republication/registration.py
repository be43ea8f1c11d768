"""What the room says to the site at start-up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from bestpractices.republication.families import represented
from bestpractices.republication.kinds import kinds
from bestpractices.republication.sources import acts, interviews, practices, programmes
from cms.links.holders import LinkHolder, register_holder
from cms.mailing.kinds import register_mail_kind
from cms.pages.standing_in import stand_ins
from cms.work.periodic import periodic


def _sections(content: dict[str, Any]) -> Any:
    """What of a copy people wrote; the way that it came is kept by the site itself."""
    return content.get("sections", ())


def register() -> None:
    """Register the kinds that travel, the listeners, the mails and the daily look at the sources."""
    from bestpractices.adoption import signals as of_adoptions  # noqa: F401
    from bestpractices.republication import moving, signals  # noqa: F401
    from bestpractices.republication.announcing import follow_sources
    from bestpractices.republication.models import Republication

    stand_ins.appoint(represented)
    content = Republication._meta.get_field("content")
    register_holder(LinkHolder(Republication, Page, "page", (content,), _sections, _("слова источника")))
    for source in (practices, programmes, acts, interviews):
        kinds.register(source.KIND)
    register_mail_kind("republication", _("перепубликация"))
    register_mail_kind("adoption", _("применение практик"))
    periodic(every=timedelta(hours=1), label=_("сверка копий с источниками"))(follow_sources)
