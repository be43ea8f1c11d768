"""The two personal links of a duet."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from cms.personal_links.actions import Holder
from cms.personal_links.models import PersonalLink
from cms.personal_links.querysets import PersonalLinkQuerySet
from mentoring.duets.enums import Voice
from mentoring.duets.models import DuetProject, Speaker

PURPOSE = "duets.talk"
#: Days after the end of the month in which approvals may still be given or taken back.
AFTER_THE_MONTH = 90
#: A link lives at least so many days, also for a month that is over.
AT_LEAST = 30


def holder(speaker: Speaker) -> Holder:
    """Whose link it is, for the history."""
    return Holder(PURPOSE, speaker.voice, str(speaker))


def expiry(project: DuetProject) -> datetime:
    """When the links of a duet stop: some months after its own month."""
    wanted = timezone.make_aware(datetime.combine(project.month + timedelta(days=31 + AFTER_THE_MONTH), time()))
    return max(wanted, timezone.now() + timedelta(days=AT_LEAST))


def links_of(project: DuetProject, voice: Voice) -> PersonalLinkQuerySet:
    """Every link that one of the two was given, the latest first."""
    links: PersonalLinkQuerySet = PersonalLink.objects.about(project)
    return links.for_purpose(PURPOSE).of(voice)
