"""A candidate's offer becomes a draft in the bank of their municipality."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from mentoring.bank.enums import CandidateSource, Level, SelectionState
from mentoring.bank.models import Mentor
from mentoring.consents.enums import Channel, Purpose
from mentoring.consents.models import MentorConsent
from mentoring.consents.texts import PROCESSING, PUBLICATION


class OfferMentor:
    """Keeps an offer as a draft that only the municipality's coordinator and the region see, with its consents."""

    def __init__(self, mentor: Mentor, *, publication: bool, public_fields: Sequence[str]) -> None:
        self.mentor = mentor
        self.publication = publication
        self.public_fields = list(public_fields) if publication else []

    @transaction.atomic
    def execute(self) -> Mentor:
        """Store the draft, its first revision and one consent record a purpose."""
        mentor = self.mentor
        mentor.live = False
        mentor.is_minor = False
        mentor.source = CandidateSource.SELF
        mentor.level = Level.MUNICIPAL
        mentor.selection_state = SelectionState.CANDIDATE
        mentor.save()
        mentor.save_revision()
        self._consent(Purpose.PROCESSING, [])
        if self.publication:
            self._consent(Purpose.PUBLICATION, self.public_fields)
        log(instance=mentor, action="wagtail.create", content_changed=True)
        return mentor

    def _consent(self, purpose: Purpose, fields: list[str]) -> None:
        words = PUBLICATION if purpose == Purpose.PUBLICATION else PROCESSING
        MentorConsent.objects.create(
            mentor=self.mentor,
            purpose=purpose,
            fields=fields,
            given_on=timezone.localdate(),
            channel=Channel.ELECTRONIC,
            text_version=words.version,
            text=words.text,
            holder=_("сайт «Дуэт», форма «Стать наставником»"),
        )
