"""What a school can take into the second and third part of its book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from bestpractices.yearbook.choice import Choice
from bestpractices.yearbook.enums import MaterialKind
from bestpractices.yearbook.models import YearBook
from cms.branches.models import Branch
from cms.news.models import EventPage, NewsPage
from cms.pages.publicness import public_pages

#: Files that are offered, the newest first; everything chosen is offered besides.
MOST_FILES = 60


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be ticked; ``place`` is its number in the book, 0 where it was not taken."""

    key: str
    kind: MaterialKind
    title: str
    when: str
    url: str
    is_own: bool = False
    is_open: bool = True
    image: Any = None
    place: int = 0
    caption: str = ""
    alt: str = ""


def material_offers(book: YearBook, choice: Choice) -> list[Offer]:
    """Pages of the branch in the year and files of its collection; what is taken stands first, in its order."""
    places = {it.key: (number, it) for number, it in enumerate(choice.materials, 1)}
    offers = [*_pages(book, _chosen(choice, "page")), *_files(book, choice)]
    seen = [_placed(offer, places) for offer in offers]
    return sorted(seen, key=lambda offer: (not offer.place, offer.place, not offer.is_own))


def offered_keys(book: YearBook) -> set[str]:
    """What may be ticked in this book: everything that is offered, and what was taken before."""
    from bestpractices.yearbook.choice import stored_choice

    return {offer.key for offer in material_offers(book, stored_choice(book))}


def _placed(offer: Offer, places: dict[str, Any]) -> Offer:
    if offer.key not in places:
        return offer
    number, ticked = places[offer.key]
    values = {name: getattr(offer, name) for name in Offer.__slots__}
    return Offer(**{**values, "place": number, "caption": ticked.caption, "alt": ticked.alt or offer.alt})


def _chosen(choice: Choice, name: str) -> set[int]:
    return {it.pk for it in choice.materials if it.name == name}


def _pages(book: YearBook, chosen: set[int]) -> Iterator[Offer]:
    year, place = book.school_year, book.organisation.municipality
    words = book.organisation.short_name.lower()
    for model in (EventPage, NewsPage):
        own: Any = model.objects.of_branch(place)
        found = own.readable().between(year.begins, year.ends) | own.filter(pk__in=chosen)
        for page in found.distinct().order_by("-pk"):
            told = f"{page.title} {page.lead} {getattr(page, 'place', '')}".lower()
            kind = MaterialKind.EVENT if model is EventPage else MaterialKind.NEWS
            url = page.get_url() or ""
            yield Offer(f"page-{page.pk}", kind, page.title, _day(page), url, words in told, page.live)


def _day(page: Any) -> str:
    day = timezone.localdate(page.starts_at) if isinstance(page, EventPage) else page.day
    return date_format(day, "j E Y")


def _files(book: YearBook, choice: Choice) -> Iterator[Offer]:
    branch = Branch.objects.filter(municipality=book.organisation.municipality).select_related("collection").first()
    inside = branch.collection.get_descendants(inclusive=True) if branch else ()
    for kind, model, name in (
        (MaterialKind.DOCUMENT, get_document_model(), "document"),
        (MaterialKind.IMAGE, get_image_model(), "image"),
    ):
        chosen = _chosen(choice, name)
        files = model._default_manager.filter(collection__in=inside, created_at__date__gte=book.school_year.begins)
        newest = list(files.order_by("-created_at", "-pk").values_list("pk", flat=True)[:MOST_FILES])
        wanted = model._default_manager.filter(Q(pk__in=newest) | Q(pk__in=chosen, collection__in=inside))
        if kind is MaterialKind.IMAGE:
            wanted = wanted.prefetch_renditions(THUMBNAIL)
        for file in wanted.order_by("-created_at", "-pk"):
            image = file if kind is MaterialKind.IMAGE else None
            url = file.url if image is None else ""
            yield Offer(f"{name}-{file.pk}", kind, file.title, _uploaded(file), url, image=image)


#: The picture beside its tick.
THUMBNAIL = "fill-160x120"


def _uploaded(file: Any) -> str:
    return _("загружено %(day)s") % {"day": date_format(timezone.localtime(file.created_at), "j E Y")}


def hidden_pages(pages: Iterable[int]) -> list[str]:
    """The titles of those pages (primary keys) that visitors can no longer read."""
    asked = Page.objects.filter(pk__in=list(pages))
    return list(
        asked.exclude(pk__in=public_pages(asked).values("pk")).order_by("title").values_list("title", flat=True)
    )
