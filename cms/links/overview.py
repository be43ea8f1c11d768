"""What the report on links tells, as far as the user may see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from cms.accounts.territory import User
from cms.links.documents import unlinked_documents
from cms.links.enums import UNKNOWN, LinkState
from cms.links.models import LinkPlace, LookAlike
from cms.territories.models import Municipality


@dataclass(slots=True)
class Sum:
    """The figures of a municipality; ``unknown`` links have never been asked about."""

    municipality: int
    name: str = ""
    links: int = 0
    unknown: int = 0
    miswritten: int = 0
    dead: int = 0
    moved: int = 0
    alike: int = 0
    documents: int = 0

    @property
    def is_known(self) -> bool:
        """Whether any site was asked: nothing else tells a zero from what nobody looked at."""
        return self.links > self.unknown + self.miswritten


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a link stands: the title of the thing, its kind, the field, the way to its form."""

    title: str
    kind: str
    field: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Two addresses that look alike, each with the places where it stands; ``pair`` holds what was said of them."""

    pair: LookAlike
    sides: tuple[tuple[str, list[LinkPlace]], tuple[str, list[LinkPlace]]]

    def order(self) -> tuple[str, ...]:
        """By what pairs are sorted."""
        return tuple(address for address, _places in self.sides)


def totals(user: User) -> list[Sum]:
    """A row for each municipality that has links or documents to tell of, in the order of their names."""
    rows: dict[int | None, Sum] = {}
    places = LinkPlace.objects.seen_by(user)
    bad = Q(link__state__in=(LinkState.DEAD, LinkState.MISWRITTEN))
    counted = places.values("municipality").annotate(
        links=Count("link", distinct=True),
        unknown=Count("link", distinct=True, filter=Q(link__state__in=UNKNOWN)),
        miswritten=Count("link", distinct=True, filter=Q(link__state=LinkState.MISWRITTEN)),
        dead=Count("link", distinct=True, filter=bad),
        moved=Count("link", distinct=True, filter=Q(link__state=LinkState.MOVED)),
    )
    figures = ("links", "unknown", "miswritten", "dead", "moved")
    for key, *numbers in counted.order_by().values_list("municipality", *figures):
        rows[key] = Sum(key or 0, "", *numbers)
    for pair in alike(user):
        for key in {place.municipality_id for _address, standing in pair.sides for place in standing}:
            rows.setdefault(key, Sum(key or 0)).alike += 1
    for place_id, number in Counter(unlinked_documents(user).values_list("place", flat=True)).items():
        rows.setdefault(place_id, Sum(place_id or 0)).documents = number
    names = dict(Municipality.objects.filter(pk__in=[key for key in rows if key]).values_list("pk", "name"))
    for row in rows.values():
        row.name = names.get(row.municipality, _("Вся область"))
    return sorted(rows.values(), key=lambda row: (row.municipality != 0, row.name))


def alike(user: User, municipality: int | None = None, *, accepted: bool = False) -> list[Alike]:
    """Pairs of addresses that look alike; with a municipality (0 is the region), those that stand there.

    ``accepted`` gives those of which somebody said that both are right, instead of the others.
    """
    stored = list(LookAlike.objects.filter(accepted_at__isnull=not accepted).select_related("accepted_by"))
    by_link: dict[int, list[LinkPlace]] = defaultdict(list)
    of_pairs = {link for pair in stored for link in (pair.one_id, pair.other_id)}
    seen = LinkPlace.objects.seen_by(user).filter(link__in=of_pairs)
    for place in seen.select_related("link").order_by("link__address", "pk"):
        by_link[place.link_id].append(place)
    found = (
        Alike(pair, (_side(by_link[pair.one_id]), _side(by_link[pair.other_id])))
        for pair in stored
        if pair.one_id in by_link and pair.other_id in by_link
    )
    return sorted((pair for pair in found if municipality is None or _stands_in(pair, municipality)), key=Alike.order)


def _side(places: list[LinkPlace]) -> tuple[str, list[LinkPlace]]:
    return places[0].link.address, places


def _stands_in(pair: Alike, municipality: int) -> bool:
    return any((place.municipality_id or 0) == municipality for _address, places in pair.sides for place in places)


def standing(places: Iterable[LinkPlace], user: User) -> dict[int, Standing]:
    """Where these links stand, by the key of the place; things that are gone meanwhile are left out."""
    finder = AdminURLFinder(user)
    rows = list(places)
    return {place.pk: _standing(place, thing, finder) for place, thing in _with_things(rows)}


def _with_things(places: list[LinkPlace]) -> Iterator[tuple[LinkPlace, Any]]:
    by_kind: dict[int, list[LinkPlace]] = defaultdict(list)
    for place in places:
        by_kind[place.kind_id].append(place)
    for kind, of_it in by_kind.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        things = model._default_manager.in_bulk({place.thing_id for place in of_it}) if model else {}
        yield from ((place, things[place.thing_id]) for place in of_it if place.thing_id in things)


def _standing(place: LinkPlace, thing: Any, finder: AdminURLFinder) -> Standing:
    model = thing.specific_class if isinstance(thing, Page) else type(thing)
    title = thing.get_admin_display_title() if isinstance(thing, Page) else str(thing)
    kind = str(model._meta.verbose_name) if model else ""
    return Standing(title, kind, place.field, place.words, finder.get_edit_url(thing) or "")
