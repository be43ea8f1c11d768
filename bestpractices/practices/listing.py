"""The list on the page of a bank of practices."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest

from bestpractices.practices.models import PracticeIndexPage, PracticePage
from cms.appearance.pieces import Crumb, PageLink, Pager, page_window
from cms.pages.crumbs import page_crumbs
from cms.wording import counted

PER_PAGE = 12


@dataclass(frozen=True)
class Card:
    """A practice in a list."""

    title: str
    url: str
    lead: str
    place: str
    about: str
    year: str


@dataclass(frozen=True)
class PracticeList:
    """The practices of a bank, one page of them."""

    crumbs: tuple[Crumb, ...]
    total: str
    cards: tuple[Card, ...]
    pager: Pager


def practice_list(index: PracticeIndexPage, request: HttpRequest) -> PracticeList:
    """A municipality's practices, or those of all in the region's own bank; the newest first."""
    practices = PracticePage.objects.shown().for_cards().order_by("-last_published_at", "pk")
    if index.municipality is not None:
        practices = practices.in_municipality(index.municipality)
    page = Paginator(practices, PER_PAGE).get_page(request.GET.get("page"))
    total = page.paginator.count
    return PracticeList(
        crumbs=page_crumbs(index, request),
        total=counted(total, "практика", "практики", "практик"),
        cards=tuple(_card(practice, request) for practice in page.object_list),
        pager=_pager(page.number, page.paginator.num_pages, total),
    )


def _card(practice: PracticePage, request: HttpRequest) -> Card:
    subjects = ", ".join(subject.name for subject in practice.subjects.all())
    about = (str(practice.get_pair_model_display()).capitalize(), subjects)
    return Card(
        title=practice.title,
        url=practice.get_url(request) or "",
        lead=practice.lead,
        place=", ".join(str(part) for part in (practice.organisation, practice.municipality) if part),
        about="; ".join(part for part in about if part),
        year=practice.school_year,
    )


def _pager(number: int, last: int, total: int) -> Pager:
    first = (number - 1) * PER_PAGE + 1
    pages = tuple(
        None if one is None else PageLink(one, f"?page={one}", one == number) for one in page_window(number, last)
    )
    return Pager(
        summary=f"{first}–{min(number * PER_PAGE, total)} из {total}" if total else "",
        pages=pages,
        previous_url=f"?page={number - 1}" if number > 1 else "",
        next_url=f"?page={number + 1}" if number < last else "",
    )
