"""Year books for tests: a school with a year behind it, and the verbs that bring its book to each state."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image as Drawing
from wagtail.images import get_image_model

from bestpractices.practices.models import PracticePage
from bestpractices.yearbook.actions.deciding import AcceptBook
from bestpractices.yearbook.actions.publishing import PublishBook
from bestpractices.yearbook.actions.sending import SendBook
from bestpractices.yearbook.choice import Choice, Ticked, store
from bestpractices.yearbook.models import YearBook
from cms.branches.models import Branch
from cms.territories.models import Municipality, Organisation
from mentoring.pairs.models import Pair
from mentoring.school_years import SchoolYear
from tests.factories.bank import MentorFactory
from tests.factories.news import event
from tests.factories.pairs import PairFactory
from tests.factories.practices import practice_draft, practice_index

YEAR = SchoolYear(2025)
#: A day in the middle of the year.
MIDDLE = date(2026, 1, 20)
WORDS = {
    "achieved": "Четыре пары дошли до конца года.",
    "failures": "Две встречи сорвались из-за карантина.",
    "plans": "Осенью начнём с диагностики.",
}


def pair_of_year(organisation: Organisation, mentor: Any = None, **fields: Any) -> Pair:
    """A pair that worked in the year, of a mentor whom visitors may see unless told otherwise."""
    who = mentor or MentorFactory(organisation=organisation, public=True)
    return PairFactory(**{"mentor": who, "organisation": organisation, "started_on": MIDDLE, "active": True, **fields})


def own_practice(organisation: Organisation, owner: Any, **fields: Any) -> PracticePage:
    """A complete draft of the organisation."""
    practice = practice_draft(organisation.municipality, owner, **fields)
    practice.organisation = organisation
    practice.save_revision(user=owner, clean=False)
    PracticePage.objects.filter(pk=practice.pk).update(organisation=organisation)
    return PracticePage.objects.get(pk=practice.pk)


def picture_in(municipality: Municipality, title: str = "Круглый стол") -> Any:
    """An image among the files of the municipality, whose branch has to be open."""
    output = BytesIO()
    Drawing.new("RGB", (400, 300), "#1c3c94").save(output, "PNG")
    collection = Branch.objects.get(municipality=municipality).collection
    file = ImageFile(BytesIO(output.getvalue()), "stol.png")
    return get_image_model().objects.create(title=title, file=file, collection=collection)


def book_draft(organisation: Organisation, owner: Any, practices: Any = (), **words: str) -> YearBook:
    """A book that can be sent: a pair, an event, words; ``practices`` are ticked."""
    practice_index(organisation.municipality)
    if not Pair.objects.in_organisations([organisation.pk]).exists():
        pair_of_year(organisation)
    meeting = event(organisation.municipality, title="Итоговая игра", starts_at=_noon(MIDDLE + timedelta(days=30)))
    book = YearBook.objects.create(organisation=organisation, year=YEAR.start, created_by=owner)
    said = {"practices_words": "" if practices else "Практики ещё пишем.", **WORDS, **words}
    store(book, Choice(said, (Ticked(f"page-{meeting.pk}", "Снимали сами"),), [it.pk for it in practices]))
    return book


def book_sent(organisation: Organisation, owner: Any, **more: Any) -> YearBook:
    """A book that waits for the centre."""
    book = book_draft(organisation, owner, **more)
    SendBook(book, owner).execute()
    return YearBook.objects.get(pk=book.pk)


def book_accepted(organisation: Organisation, owner: Any, centre: Any = None, **more: Any) -> YearBook:
    """A book that the centre has accepted."""
    book = book_sent(organisation, owner, **more)
    AcceptBook(book, centre, seen_of(book)).execute()
    return YearBook.objects.get(pk=book.pk)


def book_published(organisation: Organisation, owner: Any, **more: Any) -> YearBook:
    """A book on the page of its school."""
    book = book_accepted(organisation, owner, **more)
    PublishBook(book, owner).execute()
    return YearBook.objects.get(pk=book.pk)


def seen_of(book: YearBook) -> int | None:
    """What a reader who opens the book now has before the eyes."""
    edition = book.editions.first()
    return edition.pk if edition else None


def _noon(day: date) -> Any:
    from django.utils import timezone

    return timezone.make_aware(timezone.datetime(day.year, day.month, day.day, 12))  # type: ignore[attr-defined]
