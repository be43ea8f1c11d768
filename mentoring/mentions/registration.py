"""What the room brings at start-up."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.files.holders import holders, personal
from cms.freshness.tables import behind_the_scenes
from cms.pages.publicness import Withheld, withheld
from mentoring.bank.models import Mentor
from mentoring.duets.pages import DuetInterviewPage
from mentoring.mentions.file_texts import texts_of_files
from mentoring.mentions.models import CoveredText, FileText, NameWatch, PersonMention
from mentoring.mentions.querysets import last_days, overdue_pages
from mentoring.mentions.searching import more_texts
from mentoring.mentions.texts import page_kind


def start_mentions() -> None:
    """Register jobs, receivers, and the rule that a page with an overdue name is not shown."""
    from mentoring.mentions import jobs, receivers  # noqa: F401
    from mentoring.mentions.own import links  # noqa: F401

    behind_the_scenes(CoveredText, FileText, NameWatch)
    more_texts.append(texts_of_files)
    personal.append(shows_a_person)
    withheld.append(Withheld(PersonMention._meta.db_table, lambda: overdue_pages(timezone.localdate()), last_days))


def shows_a_person(thing: models.Model) -> bool:
    """Whether a picture is somebody's portrait or stands on a page that names people, or a page names them."""
    if isinstance(thing, Page):
        return isinstance(thing, DuetInterviewPage) or _names_people({thing.pk})
    if not isinstance(thing, get_image_model()):
        return False
    held = list(holders.of(thing))
    if any(holder.model is Mentor for holder, _keys in held):
        return True
    pages = {key for holder, keys in held if holder.model is Page for key in keys}
    return _names_people(pages) or DuetInterviewPage.objects.filter(pk__in=pages).exists()


def _names_people(pages: set[int]) -> bool:
    return PersonMention.objects.linked().filter(kind=page_kind(), thing_id__in=pages).exists()
