"""What a duet follows: its page goes up or down by any door, a consent is withdrawn."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from mentoring.consents.signals import consent_withdrawn
from mentoring.duets.actions.publishing import note_published, note_unpublished
from mentoring.duets.models import DuetProject
from mentoring.duets.pages import DuetInterviewPage


@receiver(page_published, sender=DuetInterviewPage)
def the_project_is_published(instance: DuetInterviewPage, **kwargs: Any) -> None:
    for project in DuetProject.objects.filter(page_id=instance.pk):
        note_published(project)


@receiver(page_unpublished, sender=DuetInterviewPage)
def the_project_is_taken_down(instance: DuetInterviewPage, **kwargs: Any) -> None:
    for project in DuetProject.objects.filter(page_id=instance.pk):
        note_unpublished(project)


@receiver(consent_withdrawn)
def take_down_what_rested_on_it(**kwargs: Any) -> None:
    take_down_without_consent()


def take_down_without_consent() -> int:
    """Unpublish every interview of which a consent is not in force any more; gives how many there were.

    Visitors see none of them even before: what may be read is asked at every visit.
    """
    stale = list(DuetInterviewPage.objects.without_consent(timezone.localdate()))
    for page in stale:
        page.unpublish()
        for name in ("mentor_portrait", "mentee_portrait", "both_portrait"):
            if (image := getattr(page, name)) is not None:
                image.renditions.all().delete()
    return len(stale)
