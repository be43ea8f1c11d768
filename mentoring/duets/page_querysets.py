from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.query import PageQuerySet

from cms.pages.publicness import not_withheld, open_to_all
from cms.territories.models import Organisation
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.enums import ProjectState
from mentoring.school_years import SchoolYear


def both_consented(on: date, project: str = "project") -> Q:
    """A condition: both consented to this interview, the mentor's data may be kept at all, and nobody is a minor."""
    mentor, mentee, interview = f"{project}__pair__mentor", f"{project}__mentee", OuterRef(f"{project}__pk")
    mentors = MentorConsent.objects.valid(on).filter(mentor=OuterRef(mentor))
    mentees = MenteeConsent.objects.valid(on).filter(mentee=OuterRef(mentee))
    return (
        Exists(mentors.for_purpose(Purpose.PROCESSING))
        & Exists(mentors.for_interview(interview))
        & Exists(mentees.for_interview(interview))
        & Q(**{f"{mentor}__is_minor": False, f"{mentee}__is_minor": False})
    )


class InterviewQuerySet(PageQuerySet):
    """Questions about published interviews."""

    def presentable(self, on: date | None = None) -> InterviewQuerySet:
        """Those that every visitor may read on a day (today): published by their project, with every consent."""
        day = on or timezone.localdate()
        found = not_withheld(open_to_all(self.live())).filter(
            both_consented(day), project__state=ProjectState.PUBLISHED
        )
        return found.filter(Q(expire_at=None) | Q(expire_at__gt=timezone.now()))

    def without_consent(self, on: date) -> InterviewQuerySet:
        """Live ones that may not be shown any more; a project or a consent is missing."""
        return self.live().exclude(pk__in=self.presentable(on).values("pk"))

    def for_cards(self) -> InterviewQuerySet:
        """What ``mentoring.duets.presenters.interview`` reads of the two and of their places."""
        return self.select_related(
            "municipality", "project__pair__mentor__organisation", "project__pair__organisation", "project__mentee"
        )

    def for_teasers(self) -> InterviewQuerySet:
        """What the panel of a home reads of a conversation, and the portrait of one of the two."""
        return self.select_related("project__pair")

    def for_lines(self) -> InterviewQuerySet:
        """What ``mentoring.duets.shelves.lines`` reads, in two queries."""
        related = self.select_related("municipality", "project__pair__mentor")
        return related.prefetch_related("project__pair__mentor__subjects")

    def of_organisation(self, organisation: Organisation) -> InterviewQuerySet:
        """Those of pairs in which the mentor, the mentee or the pair itself belongs to the organisation."""
        pair = Q(project__pair__organisation=organisation) | Q(project__pair__mentor__organisation=organisation)
        return self.filter(pair | Q(project__mentee__organisation=organisation))

    def of_year(self, year: SchoolYear) -> InterviewQuerySet:
        """Those of the months of a school year."""
        return self.filter(month__range=(year.begins, year.ends))

    def latest_first(self) -> InterviewQuerySet:
        """The newest month first."""
        return self.order_by("-month", "-first_published_at", "-pk")
