"""What the invented region consists of beside its people and places: pages, acts, interviews, practices, books."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class DemoPart:
    """A part of the demo region; parts are loaded in their order, in the transaction of the region itself."""

    name: str
    load: Callable[[date, Say], None]


def parts() -> tuple[DemoPart, ...]:
    """The parts in the order in which each finds what it stands on: branches first, pictures over everything last."""
    from demo.acts.load import load_acts
    from demo.copies.loading import load as load_copies
    from demo.duets.loading import load_duets
    from demo.practices.loading import load_practices
    from demo.programmes.loading import load_programmes
    from demo.site.branches import load_branches
    from demo.site.contacts import load_contacts
    from demo.site.glossary import load_glossary
    from demo.site.news import load_news
    from demo.site.organisations import load_organisation_pages
    from demo.site.pictures import load_pictures
    from demo.yearbooks.loading import load as load_books

    return (
        DemoPart("branches", load_branches),
        DemoPart("contacts", load_contacts),
        DemoPart("glossary", load_glossary),
        DemoPart("acts", load_acts),
        DemoPart("programmes", load_programmes),
        DemoPart("practices", load_practices),
        DemoPart("duets", load_duets),
        DemoPart("republications", load_copies),
        DemoPart("yearbooks", load_books),
        DemoPart("organisation pages", load_organisation_pages),
        DemoPart("news", load_news),
        DemoPart("pictures", load_pictures),
    )


def load_parts(today: date, say: Say) -> None:
    """Load every part as of ``today``."""
    for part in parts():
        part.load(today, say)
