"""A book as one reader may see it on a day: consents, publicness and links are asked anew each time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction, Page

from bestpractices.practices.models import PracticePage
from bestpractices.yearbook.content import Content, MaterialSaid, PracticeSaid, Results
from bestpractices.yearbook.enums import MaterialKind
from bestpractices.yearbook.gathering import for_saying, said_practice
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.people import Named, cover_of, covered, named
from bestpractices.yearbook.view import (
    BookView,
    DuetView,
    MaterialView,
    Paragraphs,
    PracticeView,
    ProgrammeView,
    ResultsView,
    Tile,
)
from cms.pages.publicness import public_pages
from cms.papers.words import paragraphs_of
from cms.wording import agree, counted
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.portraits import without_consent
from mentoring.mentions.covering import Cover

#: The size in which pictures stand in a book, on the page and on paper.
RENDITION = "max-1400x1400|format-jpeg|bgcolor-ffffff"


class Reader(Enum):
    """Who reads: visitors see only practices that have passed their review."""

    VISITOR = "visitor"
    STAFF = "staff"


@dataclass(frozen=True)
class _Known:
    """What was looked up for one presentation, in a constant number of queries."""

    people: dict[int, Named]
    urls: dict[int, str]
    documents: dict[int, str]
    images: dict[int, Any]
    duets: frozenset[int]
    practices: dict[int, PracticePage]
    cover: Cover


def present(book: YearBook, content: Content, reader: Reader, on: date, request: HttpRequest | None = None) -> BookView:
    """The book as this reader may see it on a day."""
    known = _look_up(book, content, on, request)
    own = covered(content, known.cover)
    practices, pending = _practices(own, known, reader)
    return BookView(
        title=own.title,
        organisation=book.organisation,
        year=book.school_year,
        foreword=_paragraphs(own.foreword),
        results=_results(own.results, content.results, known),
        told=_told(
            (_("Чего добились"), own.achieved), (_("Что не получилось"), own.failures), (_("Что дальше"), own.plans)
        ),
        materials_words=_paragraphs(own.materials_words),
        materials=tuple(_material(it, known) for it in own.materials),
        practices_words=_paragraphs(own.practices_words),
        practices=practices,
        pending=pending,
        url=book.get_absolute_url(),
    )


def _look_up(book: YearBook, content: Content, on: date, request: HttpRequest | None) -> _Known:
    practices = for_saying(PracticePage.objects.shown().filter(pk__in=[it.page for it in content.practices])).in_bulk()
    fresh = {author.pair.mentor_id for page in practices.values() for author in page.author_pairs.all()}
    fresh |= {author.mentor_id for page in practices.values() for author in page.coauthors.all()}
    duets = [it.page for it in content.results.duets]
    pages = [it.target for it in content.materials if it.kind in {MaterialKind.EVENT, MaterialKind.NEWS}]
    linked = [*pages, *duets, *practices, *(it.page for it in content.results.programmes)]
    chosen = {it.image for it in content.materials if it.image}
    images = chosen - without_consent(chosen) if chosen else chosen
    return _Known(
        people=named(content.mentors | fresh, on),
        urls={page.pk: page.get_url(request) or "" for page in public_pages(Page.objects.filter(pk__in=linked))},
        documents=_open_documents([it.target for it in content.materials if it.kind == MaterialKind.DOCUMENT]),
        images=get_image_model()._default_manager.prefetch_renditions(RENDITION).in_bulk(images) if images else {},
        duets=frozenset(DuetInterviewPage.objects.presentable(on).filter(pk__in=duets).values_list("pk", flat=True)),
        practices=practices,
        cover=cover_of(book.organisation, on, book),
    )


def _open_documents(pks: list[int | None]) -> dict[int, str]:
    """The addresses of those documents whose collection every visitor may open."""
    if not pks:
        return {}
    closed = tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    found = get_document_model()._default_manager.filter(pk__in=pks).select_related("collection")
    return {it.pk: it.url for it in found if not it.collection.path.startswith(closed)}


def _results(own: Results, stored: Results, known: _Known) -> ResultsView:
    people = tuple(known.people[pk] for pk in own.people if pk in known.people)
    titles = {it.page: it.title for it in stored.duets}  # whoever speaks there has agreed to be named
    return ResultsView(
        tiles=tuple(tile for tile in _tiles(own) if tile.figure),
        forms=own.forms,
        people=people,
        others=_others(len(own.people) - len(people), bool(people)),
        trained=_trained(own.trained),
        applied=own.applied,
        programmes=tuple(ProgrammeView(it.title, known.urls.get(it.page, ""), it.closed) for it in own.programmes),
        duets=tuple(
            DuetView(titles[it.page], known.urls.get(it.page, ""), it.month)
            for it in own.duets
            if it.page in known.duets
        ),
        silence=_("За этот год на сайте нет ни пар, ни программ, ни дуэтов организации.") if own.is_empty else "",
    )


def _tiles(results: Results) -> tuple[Tile, ...]:
    mentors = agree(results.mentors, _("наставник"), _("наставника"), _("наставников"))
    mentees = agree(results.mentees, _("наставляемый"), _("наставляемых"), _("наставляемых"))
    pairs, label = agree(results.pairs, _("пара"), _("пары"), _("пар")), _("Пары")
    if results.groups is None:
        pairs, label = agree(results.pairs, _("пара"), _("пары и группы"), _("пар и групп")), _("Пары и группы")
    groups = results.groups or 0
    return (
        Tile(results.mentors, _("Наставники"), mentors, "mentor"),
        Tile(results.mentees, _("Наставляемые"), mentees, "mentee"),
        Tile(results.pairs, label, pairs),
        Tile(groups, _("Группы"), agree(groups, _("группа"), _("группы"), _("групп"))),
    )


def _others(number: int, after_names: bool) -> str:
    """«и ещё 2 наставника без имени»: nobody disappears from the count."""
    if number < 1:
        return ""
    words = counted(number, _("наставник"), _("наставника"), _("наставников"))
    return (
        _("и ещё %(count)s без имени") % {"count": words}
        if after_names
        else _("%(count)s без имени") % {"count": words}
    )


def _trained(number: int) -> str:
    if not number:
        return ""
    words = counted(number, _("наставник"), _("наставника"), _("наставников"))
    return _("Обучение прошли: %(count)s.") % {"count": words}


def _material(it: MaterialSaid, known: _Known) -> MaterialView:
    is_document = it.kind == MaterialKind.DOCUMENT
    addresses = known.documents if is_document else known.urls
    return MaterialView(
        kind=str(it.kind.label),
        title=it.title,
        url=addresses.get(it.target or 0, ""),
        when=it.when,
        lead=it.lead,
        caption=it.caption,
        image=known.images.get(it.image or 0) if it.alt else None,
        alt=it.alt,
        is_picture=it.kind == MaterialKind.IMAGE,
    )


def _practices(content: Content, known: _Known, reader: Reader) -> tuple[tuple[PracticeView, ...], str]:
    """The practices of the book, and in words how many a visitor cannot read yet."""
    told, pending = [], 0
    for it in content.practices:
        if it.page in known.practices:
            said = it if it.was_published else covered_practice(known.practices[it.page], known.cover)
            told.append(_practice(said, known, ""))
        elif reader is Reader.STAFF:
            told.append(_practice(it, known, _("Ещё не опубликована: посетители увидят её после проверки.")))
        else:
            pending += 1
    return tuple(told), _pending(pending)


def _pending(number: int) -> str:
    """«Ещё 2 практики сайт покажет здесь после проверки.»"""
    if not number:
        return ""
    words = counted(number, _("практику"), _("практики"), _("практик"))
    return _("Ещё %(count)s сайт покажет здесь после проверки.") % {"count": words}


def covered_practice(page: PracticePage, cover: Cover) -> PracticeSaid:
    """A practice that was published after the edition was sent, in its published words."""
    return covered(Content(title="", practices=(said_practice(page),)), cover).practices[0]


def _practice(it: PracticeSaid, known: _Known, state: str) -> PracticeView:
    people = tuple(known.people[pk] for pk in it.mentors if pk in known.people)
    others = (_("и наставляемый в паре") if people else _("наставническая пара")) if it.has_pair else ""
    return PracticeView(
        title=it.title,
        url=known.urls.get(it.page, ""),
        lead=it.lead,
        people=people,
        others=others,
        prose=_told((_("Зачем"), it.problem), (_("Цель"), it.aim), (_("Что вышло"), it.result)),
        failures=_paragraphs(it.failures),
        figures=it.figures,
        verdict=it.verdict,
        state=state,
    )


def _told(*pairs: tuple[str, str]) -> tuple[tuple[str, Paragraphs], ...]:
    return tuple((title, _paragraphs(text)) for title, text in pairs if text.strip())


def _paragraphs(text: str) -> Paragraphs:
    return tuple(paragraphs_of(text))
