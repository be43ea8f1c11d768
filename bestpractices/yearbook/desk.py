"""The school's desk of one book: where it stands, what is on offer for each part, what is missing, what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticePage
from bestpractices.yearbook.choice import Choice
from bestpractices.yearbook.content import Results
from bestpractices.yearbook.enums import HANDED_OVER_STATES, PUBLISHABLE_STATES, BookState, MaterialKind
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.offers import Offer, material_offers
from bestpractices.yearbook.readiness import Finding, PracticeReport, findings, practice_reports
from bestpractices.yearbook.results import results_of
from cms.accounts.permissions import user_can


@dataclass(frozen=True, slots=True)
class Step:
    """A cell of the status line; ``kind`` is done, now or ahead."""

    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A button: its words, where it leads, and whether it is the main one."""

    words: str
    url: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """Offers of one kind under their heading; ``empty`` says what would bring some."""

    title: str
    offers: tuple[Offer, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class PracticeOffer:
    """A practice of the school; ``place`` is its number in the book, 0 where it was not taken."""

    report: PracticeReport
    place: int
    url: str


@dataclass(frozen=True)
class Desk:
    """Everything that the page on which the school writes shows."""

    results: Results
    shelves: tuple[Shelf, ...]
    practices: tuple[PracticeOffer, ...]
    findings: tuple[Finding, ...]

    @property
    def hindrances(self) -> list[Finding]:
        """What keeps the book at the school."""
        return [finding for finding in self.findings if finding.stops]

    @property
    def advice(self) -> list[Finding]:
        """What is worth a second look."""
        return [finding for finding in self.findings if not finding.stops]


def desk(book: YearBook, choice: Choice) -> Desk:
    """The desk of a book that is being written."""
    return Desk(
        results=results_of(book.organisation, book.school_year),
        shelves=tuple(_shelves(material_offers(book, choice))),
        practices=tuple(_practices(book, choice)),
        findings=tuple(findings(book, choice, timezone.localdate())),
    )


def _shelves(offers: list[Offer]) -> Iterator[Shelf]:
    told = (
        (
            _("События и новости"),
            {MaterialKind.EVENT, MaterialKind.NEWS},
            _("За этот учебный год в разделе района нет ни новостей, ни событий."),
        ),
        (
            _("Документы"),
            {MaterialKind.DOCUMENT},
            _("Загрузите презентации и сценарии в «Документы» своего района: они появятся здесь."),
        ),
        (
            _("Картинки"),
            {MaterialKind.IMAGE},
            _("Загрузите фотографии в «Изображения» своего района: они появятся здесь."),
        ),
    )
    for title, kinds, empty in told:
        yield Shelf(title, tuple(offer for offer in offers if offer.kind in kinds), empty)


def _practices(book: YearBook, choice: Choice) -> list[PracticeOffer]:
    """The ticked ones in their order, then those of the year, then the rest."""
    places = {pk: number for number, pk in enumerate(choice.practices, 1)}
    own = PracticePage.objects.of_organisation(book.organisation).select_related("latest_revision")
    reports = practice_reports(own.order_by("-year", "title", "pk"))
    offers = [PracticeOffer(it, places.get(it.practice.pk, 0), _address(it)) for it in reports]
    return sorted(offers, key=lambda it: (not it.place, it.place, it.report.practice.year != book.year))


def _address(report: PracticeReport) -> str:
    name = "practice_review" if report.is_there else "wagtailadmin_pages:edit"
    return reverse(name, args=[report.practice.pk])


def steps(book: YearBook) -> tuple[Step, ...]:
    """The way of a book: written, at the centre, accepted, on the page of the school."""
    here = {BookState.SENT: 1, BookState.ACCEPTED: 3 if book.is_public else 2}.get(BookState(book.state), 0)
    words = (_("Школа пишет"), _("У регионального центра"), _("Принят"), _("На странице школы"))
    return tuple(
        Step(it, "done" if number < here else "now" if number == here else "ahead") for number, it in enumerate(words)
    )


def verbs(book: YearBook, may: dict[str, bool]) -> list[Verb]:
    """What this user can do with a book that is not being written."""
    found: list[tuple[str, str]] = []
    if may["approve"] and book.state == BookState.SENT:
        found.append((_("Принять"), "year_book_accept"))
    if may["approve"] and book.state in HANDED_OVER_STATES:
        found.append((_("Вернуть с замечанием"), "year_book_return"))
    if may["change"] and book.state in PUBLISHABLE_STATES:
        publish = (_("Разместить на странице школы"), "year_book_publish")
        found.append((_("Снять со страницы школы"), "year_book_unpublish") if book.is_public else publish)
    if may["change"] and not book.is_writable:
        found.append((_("Отозвать и поправить"), "year_book_withdraw"))
    return [Verb(words, reverse(name, args=[book.pk]), number == 0) for number, (words, name) in enumerate(found)]


def may_of(user: Any, book: YearBook) -> dict[str, bool]:
    """The user's rights to this very book."""
    return {action: user_can(user, action, book) for action in ("change", "approve")}
