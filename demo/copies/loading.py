"""Three copies at the region's centre: one up to date, one whose source has changed, one whose source was withdrawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page

from bestpractices.adoption.enums import AdoptionState
from bestpractices.adoption.models import Adoption
from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.republication.actions import OwnWords, TakeCopy
from bestpractices.republication.announcing import announce
from bestpractices.republication.documents import Document, Section, TextBlock
from bestpractices.republication.models import PublishedSource, Republication
from cms.branches.building import region_home
from cms.mailing.models import OutgoingMail
from cms.territories.models import Organisation
from cms.wording import counted
from demo.copies.words import LEADS, OLDER, USES
from demo.parts import Say


def load(today: date, say: Say) -> None:
    """Take three practices into the region's bank, and let four schools use the first."""
    published = list(PracticePage.objects.live().order_by("pk")[:2])
    withdrawn = PracticePage.objects.filter(last_published_at__isnull=False, live=False).order_by("pk").first()
    section = PracticeIndexPage.objects.child_of(region_home()).first()
    if section is None or len(published) < 2:
        return
    for number, page in enumerate(published):
        _take(page, section, today, number)
    _make_older(Republication.objects.get(source_id=published[1].translation_key), published[1])
    if withdrawn is not None:
        _take_and_lose(withdrawn, section, today)
    _use(published[0], today)
    OutgoingMail.objects.filter(kind="republication").delete()  # nobody is written to about invented copies
    say(counted(Republication.objects.count(), "перепубликация", "перепубликации", "перепубликаций"))


def _take(page: Any, section: Page, today: date, number: int) -> None:
    published = timezone.localtime(page.last_published_at).date()
    day = min(published + timedelta(days=4 + number), today)
    words = OwnWords(page.title, LEADS[number % len(LEADS)], day)
    centre = get_user_model()._default_manager.filter(username="centre").first()
    copy = TakeCopy(page, section, words, centre).execute()
    copy.save_revision(user=centre).publish(user=centre)


def _make_older(copy: Republication, source: Page) -> None:
    """Let the copy show what stood at the source before it was improved: the improvement waits in the inbox."""
    document = copy.document
    assert document is not None
    older = document.model_copy(update={"sections": tuple(_older(part) for part in document.sections)})
    _store(copy, older)
    announce(source)


def _older(part: Section) -> Section:
    if part.key != "failures":
        return part
    return part.model_copy(update={"blocks": (TextBlock(html=f"<p>{OLDER}</p>"),)})


def _store(copy: Republication, document: Document) -> None:
    copy.content, copy.seen_sha256 = document.packed(), document.sha256
    copy.save(update_fields=["content", "seen_sha256"])
    PublishedSource.objects.filter(source_id=copy.source_id).update(sha256=document.sha256)


def _take_and_lose(page: PracticePage, section: Page, today: date) -> None:
    """It was published when it was taken, and is no longer."""
    pages = Page.objects.filter(pk=page.pk)
    pages.update(live=True)
    _take(PracticePage.objects.get(pk=page.pk), section, today, 2)
    pages.update(live=False)
    announce(Page.objects.get(pk=page.pk))


def _use(page: Any, today: date) -> None:
    """Schools of four different municipalities; the last one follows the first."""
    others = Organisation.objects.exclude(municipality=page.municipality).filter(kind="school", is_active=True)
    by_place = {school.municipality_id: school for school in others.order_by("-code")}
    first: Adoption | None = None
    for school, (state, changes, result) in zip(list(by_place.values())[: len(USES)], USES, strict=False):
        adoption = Adoption.objects.create(
            practice_id=page.translation_key,
            practice_title=page.title,
            organisation=school,
            parent=first if state == AdoptionState.TAKEN else None,
            changes=changes,
            result=result,
            state=state,
            taken_on=today - timedelta(days=90),
            changed_on=today - timedelta(days=14),
        )
        first = first or adoption
