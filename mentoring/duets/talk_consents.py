"""The consent to publication that one of the two gives on the page behind the own link."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.actions import Refused, read_anew
from mentoring.consents.enums import Channel, Purpose
from mentoring.consents.mentees import RecordMenteeConsent
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.enums import Voice
from mentoring.duets.models import DuetProject

#: The words of the consent on the page; a change of them is a new version.
TEXT_VERSION = "duet-1"


def has_consent(project: DuetProject, voice: Voice) -> bool:
    """Whether this person's consent to publication is in force today."""
    today = timezone.localdate()
    if project.pair is None or project.mentee is None:
        return False
    if voice == Voice.MENTEE:
        return MenteeConsent.objects.valid(today).filter(mentee=project.mentee).exists()
    given = MentorConsent.objects.valid(today).filter(mentor=project.pair.mentor)
    return {Purpose.PROCESSING, Purpose.PUBLICATION} <= set(given.values_list("purpose", flat=True))


class AgreeToPublish:
    """Records the mentee's consent to publication, given by the mentee over the personal link.

    A mentor's consent is that of the Mentor Bank; the coordinator records it.
    """

    def __init__(self, project: DuetProject, voice: Voice, with_portrait: bool) -> None:
        self.project = project
        self.voice = voice
        self.with_portrait = with_portrait

    @transaction.atomic
    def execute(self) -> None:
        """Record it, unless one is in force already; raises ``Refused`` for a minor or a duet without a pair."""
        read_anew(self.project)
        if self.voice != Voice.MENTEE or has_consent(self.project, self.voice):
            return
        if self.project.mentee is None:
            raise Refused(_("Дуэт не связан с парой: согласие записать нельзя. Напишите редактору."))
        consent = MenteeConsent(
            mentee=self.project.mentee,
            with_portrait=self.with_portrait,
            given_on=timezone.localdate(),
            channel=Channel.ELECTRONIC,
            text_version=TEXT_VERSION,
            holder=settings.WAGTAIL_SITE_NAME,
            proof=_("По личной ссылке, дуэт № %(number)d") % {"number": self.project.pk},
        )
        RecordMenteeConsent(consent, None).execute()
