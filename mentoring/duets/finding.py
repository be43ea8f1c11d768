"""What the search may know of an interview: the approved words, as long as every visitor may read them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from cms.pages.findable import Found, Related
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.agreement import consents_to
from mentoring.duets.enums import Voice
from mentoring.duets.months import month_words
from mentoring.pairs.facets import PAIR_MODEL
from mentoring.reference.facets import SUBJECT

FACETS = (SUBJECT, PAIR_MODEL)
FOUND_WITH = (
    Related("mentoring.DuetProject", column="page_id"),
    Related(MenteeConsent, column="mentee_id", lookup="project__mentee"),
    Related(MentorConsent, column="mentor_id", lookup="project__pair__mentor"),
)


def found_interview(page: Any, title: str) -> Found | None:
    """The interview in a list and in the search; None while a word or a consent keeps it from visitors."""
    project = getattr(page, "project", None)
    today = timezone.localdate()
    if project is None or page.reasons_held() or project.pair is None:
        return None
    pair, speakers = project.pair, page.words["speakers"]
    names = [speakers[voice]["name"] for voice in Voice]
    subjects = list(pair.mentor.subjects.all())
    said = [answer["text"] for question in page.words["questions"] for answer in question["answers"].values()]
    return Found(
        title=title,
        lead=page.lead,
        text="\n".join([*(question["text"] for question in page.words["questions"]), *said]),
        words=" ".join(subject.name for subject in subjects),
        people=" ".join(names),
        facts=(" и ".join(names),),
        day=page.month,
        facets={"subject": tuple(subject.code for subject in subjects), "pair": (pair.model,)},
        until=_until(project, today),
        card={"month": month_words(page.month).capitalize(), "names": names},
    )


def _until(project: Any, today: date) -> date | None:
    """The last day for which the consents of today are enough."""
    kept = MentorConsent.objects.valid(today).for_purpose(Purpose.PROCESSING).filter(mentor=project.pair.mentor)
    consents = [*kept, *(consent for voice in Voice for consent in consents_to(project, voice, today))]
    ends = [consent.valid_until for consent in consents]
    ends += [consent.withdrawn_on - timedelta(days=1) for consent in consents if consent.withdrawn_on]
    return min((day for day in ends if day is not None), default=None)
