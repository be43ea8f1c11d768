"""The contacts as visitors see them: whose page somebody reads, whom they may ask there, how to reach them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.contacts.models import CoordinatorContact
from cms.freshness.memory import once_a_version
from cms.pages.models import MunicipalityPage
from cms.territories.models import Municipality

#: Finds the municipality that an address of its room tells of; None where the address is not of its room.
PlaceFinder = Callable[[str], Municipality | None]
_finders: dict[str, PlaceFinder] = {}


def register_place_finder(room: str, finder: PlaceFinder) -> None:
    """Let a room with addresses of its own say whose they are; call it from ``AppConfig.ready``."""
    _finders[room] = finder


@dataclass(frozen=True, slots=True)
class Office:
    """Whom visitors of a municipality may ask; without an own contact, the centre answers for it."""

    name: str
    code: str
    home_url: str
    office: str = ""
    person: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    hours: str = ""

    @property
    def write_url(self) -> str:
        return write_url(self.code)

    @property
    def phone_link(self) -> str:
        """The number for ``tel:``; nothing where the words begin with no number."""
        return telephone(self.phone)


def telephone(words: str) -> str:
    """«8 (000) 000-00-00, доб. 12» → «80000000000»."""
    return "".join(sign for sign in words.split(",")[0] if sign.isdigit() or sign == "+")


def write_url(code: str = "") -> str:
    """The form of a letter to the coordinator of this municipality, or to the centre."""
    return reverse("contact-write") + (f"?{urlencode({'komu': code})}" if code else "")


def offices() -> list[Office]:
    """Every municipality that takes part, in the order of names."""
    places = Municipality.objects.filter(is_active=True).select_related("contact", "home_page")
    return [office(place) for place in places]


def known_offices() -> dict[Any, Office]:
    """The offices by the id of their municipality, without the names of people."""
    return once_a_version("contacts.offices", _known)


def _known() -> dict[Any, Office]:
    places = Municipality.objects.filter(is_active=True).select_related("contact")
    return {place.pk: replace(office(place), person="") for place in places}


def office(place: Municipality) -> Office:
    """The public words of one municipality; the name of the person only by their consent."""
    home = place._state.fields_cache.get("home_page")  # only where the caller asked for it
    url = (home.get_url() or "") if home is not None and home.live else ""
    contact: CoordinatorContact | None = getattr(place, "contact", None)
    if contact is None:
        return Office(place.name, place.code, url)
    person = contact.public_person(timezone.localdate())
    words = (contact.office, person, contact.phone, contact.email, contact.address, contact.hours)
    return Office(place.name, place.code, url, *words)


def place_of(path: str, request: HttpRequest) -> Municipality | None:
    """The municipality that a page of this site tells of; None for the region's own."""
    for finder in _finders.values():
        if (found := finder(path)) is not None:
            return found
    site = Site.find_for_request(request)
    root = site.root_page.specific if site else None
    if isinstance(root, MunicipalityPage):
        return root.home_of
    first = path.strip("/").partition("/")[0]
    home = (
        MunicipalityPage.objects.child_of(root).filter(slug=first).select_related("home_of").first() if root else None
    )
    return home.home_of if home else None


def whom(place: Municipality | None) -> str:
    """«координатору, Ключевской район», for the heading of the form."""
    return _("Координатор, %(place)s") % {"place": place.name} if place else _("Региональный центр")
