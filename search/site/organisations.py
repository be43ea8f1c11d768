"""Organisations that a question names: each has a page, which no index of pages holds."""

from __future__ import annotations

from dataclasses import dataclass

from cms.organisations.models import OrganisationPage
from cms.organisations.public import sheet_url, taking_part
from cms.pages.publicness import public_pages
from cms.territories.models import Municipality, Organisation
from search.bets.matching import Place, Word, telling_stems
from search.faceted.vocabulary import VocabularyCache

#: More organisations than this, and the question names none of them: «школа».
MOST = 3


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation as it is kept in the process: what it is called, and its link."""

    words: frozenset[str]
    link: Place


def read() -> tuple[Named, ...]:
    """The organisations that take part; those that wrote a page are found by it already."""
    written = public_pages(OrganisationPage.objects.all()).values("organisation")
    return tuple(_named(one) for one in taking_part().exclude(pk__in=written))


def _named(organisation: Organisation) -> Named:
    place = ", ".join(part for part in (organisation.settlement, organisation.municipality.name) if part)
    words: list[Word] = [*telling_stems(organisation.short_name), *telling_stems(place)]
    link = Place(organisation.short_name, sheet_url(organisation.code), place)
    return Named(frozenset().union(*words), link)


known = VocabularyCache(read)
known.forget_on_change((Organisation, OrganisationPage, Municipality))


def organisations_named(text: str) -> list[Place]:
    """The organisations that have every word of the question in their name or place, if they are few."""
    asked = telling_stems(text)
    found = [one.link for one in known.current() if all(word & one.words for word in asked)] if asked else []
    return found if len(found) <= MOST else []
