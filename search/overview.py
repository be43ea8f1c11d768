"""The bank in numbers for the region's first page: every number is the total of the search that its link opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cms.appearance.tile_map import Tile, TileMap
from cms.freshness.memory import once_a_version
from cms.pages.home_panels import Home, HomePanel
from cms.territories.models import Municipality, Organisation
from cms.wording import agree, counted
from mentoring.bank.past import change_of_bank
from mentoring.reference.models import Direction, Subject
from search.engines import get_engine
from search.interface import Query
from search.mentors.schema import KIND

#: How many links «Часто ищут» and «Больше всего мест» show.
OFTEN = 4
RICHEST = 3
WITHOUT = 5


@dataclass(frozen=True)
class Figure:
    """A number tile: the number, what it counts, whose voice colours it, the change against last year in words."""

    figure: int
    words: str
    voice: str = ""
    change: str = ""


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class BankOverview:
    """What the first page says of the bank; counts are mentors, not places."""

    total: int
    with_places: int
    organisations: int
    municipalities: tuple[Municipality, ...]
    free_by_district: Mapping[str, int]
    often: tuple[Link, ...]
    change: str = ""

    @property
    def tiles(self) -> tuple[Figure, ...]:
        number = len(self.municipalities)
        schools = counted(self.organisations, _("организация"), _("организации"), _("организаций"))
        districts = agree(number, _("муниципалитет"), _("муниципалитета"), _("муниципалитетов"))
        return (
            _mentors(self.total, self.change),
            Figure(self.with_places, _("из них со свободными местами"), "mentee"),
            Figure(number, f"{districts}, {schools}"),
        )

    @cached_property
    def map(self) -> TileMap:
        return TileMap(tuple(self._tile(place) for place in self.municipalities if place.tile_row is not None))

    @property
    def map_title(self) -> str:
        return _("Наставники со свободными местами по муниципалитетам")

    @property
    def richest(self) -> list[Tile]:
        """The municipalities with most free mentors."""
        return [tile for tile in sorted(self.map.tiles, key=lambda tile: -tile.figure)[:RICHEST] if tile.figure]

    @property
    def without(self) -> str:
        """The municipalities where nobody is free, by name."""
        names = [tile.name for tile in self.map.tiles if not tile.figure]
        rest = _(" и ещё %d") % (len(names) - WITHOUT) if len(names) > WITHOUT else ""
        return ", ".join(names[:WITHOUT]) + rest

    @property
    def free_url(self) -> str:
        return _address(places="free")

    @property
    def distance_url(self) -> str:
        return _address(meeting="distance", places="free")

    def _tile(self, place: Municipality) -> Tile:
        free = self.free_by_district.get(place.code, 0)
        mentors = counted(free, _("наставник"), _("наставника"), _("наставников"))
        return Tile(
            name=place.short_name,
            url=_address(district=place.code, places="free"),
            figure=free,
            words=f"{place.name}: {mentors if free else _('мест нет')}",
            column=place.tile_column or 0,
            row=place.tile_row or 0,
            label=place.tile_label,
        )


def bank_overview(request: HttpRequest) -> BankOverview:
    """The numbers of this moment, read once for a page."""
    known: BankOverview | None = getattr(request, "_bank_overview", None)
    if known is None:
        known = once_a_version("bank overview", _read)
        setattr(request, "_bank_overview", known)  # noqa: B010 – the request is Django's
    return known


def show_the_map(request: HttpRequest, home: Home) -> HomePanel | None:
    """The panel with the map of free places."""
    bank = bank_overview(request)
    if not bank.map.tiles:
        return None
    title, link = _("Где есть свободные места"), _("Все со свободными местами")
    return HomePanel(title, "search/map_panel.html", bank, bank.free_url, link)


@dataclass(frozen=True)
class DistrictOverview:
    """What the home of a municipality says of its bank."""

    total: int
    with_places: int
    url: str
    free_url: str
    change: str = ""

    @property
    def tiles(self) -> tuple[Figure, ...]:
        return (
            _mentors(self.total, self.change),
            Figure(self.with_places, _("из них со свободными местами"), "mentee"),
        )


def district_overview(municipality: Municipality) -> DistrictOverview:
    """The bank of one municipality, by one search of the engine."""
    district = (municipality.code,)
    found = get_engine().search(KIND, Query(filters={"district": district}, page_size=1, counts=("places",)))
    return DistrictOverview(
        total=found.total,
        with_places=found.facets.get("places", {}).get("free", 0),
        url=_address(district=municipality.code),
        free_url=_address(district=municipality.code, places="free"),
        change=change_of_bank(municipality, timezone.localdate()),
    )


@dataclass(frozen=True)
class OrganisationOverview:
    """What the page of an organisation says of its mentors."""

    total: int
    words: str
    url: str


def organisation_overview(organisation: Organisation) -> OrganisationOverview:
    """The public mentors of one organisation, by one search of the engine."""
    place = {"district": organisation.municipality.code, "organisation": organisation.code}
    filters = {name: (code,) for name, code in place.items()}
    total = get_engine().search(KIND, Query(filters=filters, page_size=1, counts=())).total
    words = _("%s в банке") % agree(total, "наставник", "наставника", "наставников")
    return OrganisationOverview(total, words, _address(**place))


def _read() -> BankOverview:
    """Two searches of the engine, three small queries of names."""
    engine = get_engine()
    everyone = engine.search(KIND, Query(page_size=1, counts=("subject", "direction", "places")))
    free = engine.search(KIND, Query(filters={"places": ("free",)}, page_size=1, counts=("district",)))
    return BankOverview(
        total=everyone.total,
        with_places=free.total,
        organisations=Organisation.objects.filter(is_active=True).count(),
        municipalities=tuple(Municipality.objects.active().order_by("tile_row", "tile_column", "short_name")),
        free_by_district=free.facets.get("district", {}),
        often=_often(everyone.facets.get("subject", {}), everyone.facets.get("direction", {})),
        change=change_of_bank(None, timezone.localdate()),
    )


def _mentors(total: int, change: str) -> Figure:
    """The tile of the bank itself."""
    words = _("%s в банке") % agree(total, "наставник", "наставника", "наставников")
    return Figure(total, words, "mentor", change)


def _often(subjects: Mapping[str, int], directions: Mapping[str, int]) -> tuple[Link, ...]:
    """The largest subjects and directions: what most visitors will look for."""
    half = OFTEN // 2
    return (*_largest("subject", Subject, subjects, half), *_largest("direction", Direction, directions, half))


def _largest(facet: str, model: type[Subject] | type[Direction], counts: Mapping[str, int], number: int) -> list[Link]:
    codes = sorted((code for code in counts if counts[code]), key=lambda code: (-counts[code], code))[:number]
    names = dict(model._default_manager.filter(code__in=codes).values_list("code", "name"))
    return [Link(names[code], _address(**{facet: code})) for code in codes if code in names]


def _address(**chosen: str) -> str:
    return f"{reverse('mentor-search')}?{urlencode(sorted(chosen.items()))}"
