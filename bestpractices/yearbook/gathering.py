"""A book as it stands now: the counted year, the chosen things in their order, the written words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from bestpractices.practices.figures import figures, verdict
from bestpractices.practices.models import PracticePage
from bestpractices.yearbook.choice import Choice, Ticked
from bestpractices.yearbook.content import Content, FigureSaid, MaterialSaid, PracticeSaid
from bestpractices.yearbook.enums import MaterialKind
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.results import results_of
from cms.news.models import EventPage, NewsPage


def gather(book: YearBook, choice: Choice, without: Iterable[int] = ()) -> Content:
    """The book of these words and ticks; practices ``without`` (primary keys) stay out."""
    left_out = set(without)
    words = {name: text for name, text in choice.words.items() if name != "title"}
    return Content(
        title=choice.words.get("title", "").strip() or YearBook(year=book.year).name,
        results=results_of(book.organisation, book.school_year),
        materials=tuple(_materials(choice.materials)),
        practices=tuple(_practices([pk for pk in choice.practices if pk not in left_out])),
        **words,
    )


def _materials(ticked: Iterable[Ticked]) -> Iterator[MaterialSaid]:
    chosen = list(ticked)
    ids = {name: [it.pk for it in chosen if it.name == name] for name in ("page", "document", "image")}
    found: dict[str, dict[int, Any]] = {
        "page": {**EventPage.objects.in_bulk(ids["page"]), **NewsPage.objects.in_bulk(ids["page"])},
        "document": get_document_model()._default_manager.in_bulk(ids["document"]),
        "image": get_image_model()._default_manager.in_bulk(ids["image"]),
    }
    for it in chosen:
        if (thing := found[it.name].get(it.pk)) is not None:
            yield _said(it, thing)


def _said(it: Ticked, thing: Any) -> MaterialSaid:
    if it.name == "page":
        is_event = isinstance(thing, EventPage)
        day = timezone.localdate(thing.starts_at) if is_event else thing.day
        return MaterialSaid(
            kind=MaterialKind.EVENT if is_event else MaterialKind.NEWS,
            title=thing.title,
            target=thing.pk,
            image=thing.cover_id,
            alt=thing.cover_alt,
            caption=it.caption,
            lead=thing.lead,
            when=date_format(day, "j E Y"),
        )
    if it.name == "image":
        return MaterialSaid(
            kind=MaterialKind.IMAGE, title=it.caption or it.alt, image=thing.pk, alt=it.alt, caption=it.caption
        )
    return MaterialSaid(kind=MaterialKind.DOCUMENT, title=thing.title, target=thing.pk, caption=it.caption)


def _practices(pks: list[int]) -> Iterator[PracticeSaid]:
    """A published practice in its published words, another one in the words of its draft."""
    found = for_saying(PracticePage.objects.filter(pk__in=pks)).in_bulk()
    for pk in pks:
        if (practice := found.get(pk)) is not None:
            yield said_practice(practice if practice.live else practice.get_latest_revision_as_object())


def for_saying(practices: Any) -> Any:
    """Everything that ``said_practice`` reads of published practices, in a constant number of queries."""
    return practices.select_related("latest_revision").prefetch_related("indicators", "author_pairs__pair", "coauthors")


def said_practice(practice: PracticePage) -> PracticeSaid:
    """The essentials of a practice, without a name."""
    rows = figures(practice.indicators.all())
    pairs = [author.pair.mentor_id for author in practice.author_pairs.all()]
    authors = dict.fromkeys([*pairs, *(author.mentor_id for author in practice.coauthors.all())])
    return PracticeSaid(
        page=practice.pk,
        title=practice.title,
        lead=practice.lead,
        problem=practice.problem,
        aim=practice.aim,
        result=practice.result,
        failures=practice.failures,
        figures=tuple(
            FigureSaid(name=row.name, plan=row.plan, fact=row.fact, gap=row.gap, is_reached=row.is_reached)
            for row in rows
        ),
        verdict=verdict(rows),
        mentors=tuple(authors),
        has_pair=bool(pairs),
        was_published=practice.live,
    )
