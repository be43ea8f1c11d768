"""A page as the index sees it, made of what the page tells of itself and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from cms.acts.asking import kept
from cms.pages.findable import SECTION, Findable, Found
from cms.pages.publicness import last_day_shown, public_pages
from cms.pages.standing_in import stand_ins
from cms.territories.models import Municipality
from search.faults import attempt, is_its_own
from search.interface import Document
from search.site.schema import PAGES, SECTIONS, room_facets

#: Letters of the text that travel with the card, to show the sentence in which a word was found.
STORY = 6000


def documents(ids: Sequence[int]) -> Iterator[Document]:
    """The documents of those pages that every visitor may read now: one query for each page type."""
    places = Places()
    pages = list(public_pages(Page.objects.filter(pk__in=ids)).specific())
    represented = stand_ins.represented(pages)
    last_days = last_day_shown([page.pk for page in pages])
    for page in pages:
        found = page.found() if isinstance(page, Findable) else None
        url = page.get_url() if found else None
        if found and url:
            lists = listed(page, found, page.pk not in represented)
            yield document(page, found, url, places.of(page, found), lists, last_days.get(page.pk))


def still_public(ids: Sequence[int]) -> list[int]:
    """Those of the pages that every visitor may find now; one that cannot tell what it shows is not among them."""
    return [page.pk for page in public_pages(Page.objects.filter(pk__in=ids)).specific() if _is_found(page)]


def _is_found(page: Page) -> bool:
    try:
        with attempt():
            found = page.found() if isinstance(page, Findable) else None
            return found is not None and bool(page.get_url())
    except Exception as error:
        if not is_its_own(error):
            raise
        return False


class Places:
    """The municipalities, as they are now."""

    def __init__(self) -> None:
        self.by_id = Municipality.objects.in_bulk()
        self.by_code = {place.code: place for place in self.by_id.values()}

    def of(self, page: Page, found: Found) -> Municipality | None:
        """The municipality that a page tells of: what it says itself, else that of its branch."""
        said = next(iter(found.facets.get("district", ())), "")
        return self.by_code.get(said) if said else self.by_id.get(getattr(page, "municipality_id", None))


def document(
    page: Page,
    found: Found,
    url: str,
    place: Municipality | None,
    lists: tuple[str, ...],
    last_day: date | None = None,
) -> Document:
    """The document of one page, which tells of this municipality or of the whole region, for these lists."""
    until = [day for day in (found.until, _last_day(page), last_day) if day]
    return Document(
        id=page.pk,
        facets={**_facets(page, found), "district": (place.code,) if place else (), "list": lists, "role": _role(page)},
        texts={
            "title": kept(found.title),
            "words": kept(found.words),
            "people": found.people,
            "lead": kept(found.lead),
            "text": kept("\n".join((*found.facts, found.text))),
        },
        keys={"day": found.day.toordinal() if found.day else 0, "title": found.title},
        card=_card(page, found, url, place),
        suggestions=(("title", found.title),) if not (is_section(page) and place) else (),
        valid_until=min(until) if until else None,
    )


def list_code(label: str, district: str = "") -> str:
    """The list of this page type in a municipality's branch, or of the whole region; visitors never see the code."""
    return f"{label.lower()}/{district}"


def listed(page: Page, found: Found, in_region: bool) -> tuple[str, ...]:
    """The lists in which the page stands: that of its branch, and the region's unless another page stands for it."""
    label = found.listed_as or page._meta.label
    branch = getattr(page, "municipality", None)
    everywhere = (list_code(label),) if in_region else ()
    return (*everywhere, list_code(label, branch.code)) if branch else everywhere


def is_section(page: Page) -> bool:
    """Whether the page lists others; it is worth a visit as long as its lists hold something."""
    return bool(page.kind_of_find() is SECTION)


def own_lists(page: Page) -> list[str]:
    """The codes of the lists that a section shows."""
    listing = getattr(page, "listing", None)
    labels = listing.of if listing else [model._meta.label for model in type(page).clean_subpage_models()]
    branch = getattr(page, "municipality", None)
    return [list_code(label, branch.code if branch else "") for label in labels]


def _role(page: Page) -> tuple[str, ...]:
    return (SECTIONS if is_section(page) else PAGES,)


def _facets(page: Page, found: Found) -> dict[str, tuple[str, ...]]:
    known = room_facets()
    return {
        "kind": (page.kind_of_find().code,),
        "year": (str(found.day.year),) if found.day else (),
        **{name: tuple(map(str, codes)) for name, codes in found.facets.items() if name in known},
    }


def _card(page: Page, found: Found, url: str, place: Municipality | None) -> dict[str, Any]:
    return {
        "title": found.title,
        "url": url,
        "lead": found.lead,
        "kind": str(page.kind_of_find().label),
        "kind_code": page.kind_of_find().code,
        "facts": list(found.facts),
        "place": place.name if place else "",
        "district": place.code if place else "",
        "day": found.day.isoformat() if found.day else "",
        "story": found.text[:STORY],
        "more": dict(found.card),
        "lists": own_lists(page) if is_section(page) else [],
    }


def _last_day(page: Page) -> date | None:
    """A page that expires today is looked at again tomorrow; ``publish_scheduled`` takes it down to the minute."""
    return timezone.localdate(page.expire_at) if page.expire_at else None
