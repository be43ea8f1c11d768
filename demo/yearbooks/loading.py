"""Brings three year books into the demo region, without a mail to anybody."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import UNDER_REVIEW, State
from bestpractices.yearbook.actions.deciding import AcceptBook
from bestpractices.yearbook.actions.publishing import PublishBook
from bestpractices.yearbook.actions.sending import SendBook
from bestpractices.yearbook.choice import Choice, Ticked, store
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.papers import book_paper
from bestpractices.yearbook.presenting import Reader
from bestpractices.yearbook.readiness import practice_reports
from bestpractices.yearbook.showing import edition_view
from cms.mailing.models import OutgoingMail
from cms.territories.models import Organisation
from cms.wording import counted
from demo.parts import Say
from demo.yearbooks import materials
from demo.yearbooks.words import ACCEPTED, DRAFT, POSTER_ALT, SENT, Book
from mentoring.school_years import SchoolYear, school_year_of


def load(today: date, say: Say) -> None:
    """One book a state: written, sent, accepted and on the page of its school."""
    year = SchoolYear(school_year_of(today).start - 1)
    schools = {
        it.code: it for it in Organisation.objects.filter(code__in=[it.organisation for it in (ACCEPTED, SENT, DRAFT)])
    }
    for school in schools.values():
        materials.let_pairs_last(school, year)
    meetings = materials.hold_meetings(year)
    district = schools[ACCEPTED.organisation].municipality
    poster, scenario = materials.hang_a_poster(district), materials.write_a_scenario(district)
    game, network, lesson = meetings.values()
    taken = (_page(game, ACCEPTED.captions[0]), Ticked(f"document-{scenario.pk}"), _poster(poster))
    _write(DRAFT, schools, year, (_page(network),))
    _send(_write(SENT, schools, year, (_page(lesson, SENT.captions[0]),)), SENT, 5)
    accepted = _write(ACCEPTED, schools, year, taken)
    _send(accepted, ACCEPTED, 40)
    _accept(accepted)
    OutgoingMail.objects.filter(kind="yearbook").delete()  # nobody is written to about invented books
    say(counted(YearBook.objects.count(), "итоговый сборник", "итоговых сборника", "итоговых сборников"))


def _page(page: Any, caption: str = "") -> Ticked:
    return Ticked(f"page-{page.pk}", caption)


def _poster(picture: Any) -> Ticked:
    return Ticked(f"image-{picture.pk}", ACCEPTED.captions[1], POSTER_ALT)


def _write(book: Book, schools: dict[str, Organisation], year: SchoolYear, taken: tuple[Ticked, ...]) -> YearBook:
    school = schools[book.organisation]
    if book is ACCEPTED:
        materials.open_a_page(school)
    made = YearBook.objects.create(organisation=school, year=year.start, created_by=_person(book.writer))
    states = {State.PUBLISHED} | (UNDER_REVIEW if book is SENT else set(State) if book is DRAFT else set())
    reports = practice_reports(PracticePage.objects.of_organisation(school).order_by("pk"))
    store(made, Choice(book.words, taken, [it.practice.pk for it in reports if it.state in states]))
    return made


def _send(book: YearBook, told: Book, ago: int) -> None:
    SendBook(book, _person(told.writer)).execute()
    at = timezone.now() - timedelta(days=ago)
    edition = book.editions.get()
    edition.sent_at = at
    edition.checksum = book_paper(edition_view(book, edition, Reader.STAFF)).checksum
    edition.save(update_fields=["sent_at", "checksum"])
    YearBook.objects.filter(pk=book.pk).update(state_since=at)


def _accept(book: YearBook) -> None:
    edition = book.editions.get()
    AcceptBook(book, _person("centre"), edition.pk).execute()
    PublishBook(book, _person(ACCEPTED.writer)).execute()
    at = timezone.now() - timedelta(days=33)
    YearBook.objects.filter(pk=book.pk).update(state_since=at, published_at=at + timedelta(days=3))


def _person(username: str) -> Any:
    return get_user_model()._default_manager.filter(username=username).first()
