"""Who of the two has agreed to the publication of this very interview; the consent to the bank does not count."""

from __future__ import annotations

from datetime import date

from mentoring.consents.enums import PublicField
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.consents.querysets import ConsentQuerySet, MenteeConsentQuerySet
from mentoring.duets.enums import Voice
from mentoring.duets.models import DuetProject


def consents_to(project: DuetProject, voice: Voice, on: date) -> ConsentQuerySet | MenteeConsentQuerySet:
    """This person's consents to this interview that are in force on a day; none without a pair."""
    if voice == Voice.MENTEE:
        mentees: MenteeConsentQuerySet = MenteeConsent.objects.valid(on).for_interview(project.pk)
        return mentees.filter(mentee=project.mentee_id)
    mentors: ConsentQuerySet = MentorConsent.objects.valid(on).for_interview(project.pk)
    return mentors.filter(mentor=project.pair.mentor_id if project.pair is not None else None)


def has_consent(project: DuetProject, voice: Voice, on: date) -> bool:
    """Whether this person's consent to this interview is in force on a day."""
    return consents_to(project, voice, on).exists()


def names_portrait(consent: MentorConsent | MenteeConsent) -> bool:
    """Whether the consent covers a photograph."""
    if isinstance(consent, MenteeConsent):
        return consent.with_portrait
    return PublicField.PORTRAIT.value in consent.fields
