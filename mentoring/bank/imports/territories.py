"""Municipalities and organisations that a file names and that the user allowed to create."""

from __future__ import annotations

from collections.abc import Iterable

from anyascii import anyascii
from django.utils.text import slugify
from django.utils.translation import gettext as _

from cms.territories.enums import OrganisationKind
from cms.territories.models import Municipality, Organisation, Region
from mentoring.bank.imports.verdicts import Place

_KINDS = (
    ("гимназ", OrganisationKind.GYMNASIUM),
    ("лице", OrganisationKind.LYCEUM),
    ("детск", OrganisationKind.KINDERGARTEN),
    ("доу", OrganisationKind.KINDERGARTEN),
    ("колледж", OrganisationKind.COLLEGE),
    ("техникум", OrganisationKind.COLLEGE),
    ("дополнительн", OrganisationKind.EXTRA),
    ("методич", OrganisationKind.CENTRE),
    ("школ", OrganisationKind.SCHOOL),
    ("ош", OrganisationKind.SCHOOL),
)


def create_places(places: Iterable[Place]) -> dict[tuple[object, object], int]:
    """Create what is missing and return the organisation of every place by the place's key."""
    wanted = {place.key: place for place in places}
    missing = {key: place for key, place in wanted.items() if place.organisation is None}
    names = sorted({place.municipality_name for place in missing.values() if place.municipality is None})
    municipalities = {name: _create_municipality(name) for name in names}
    codes = set(Organisation.objects.values_list("code", flat=True)) if missing else set()
    created = [
        _new_organisation(place.organisation_name, place.municipality or municipalities[place.municipality_name], codes)
        for place in missing.values()
    ]
    Organisation.objects.bulk_create(created, batch_size=200)
    found = {key: place.organisation for key, place in wanted.items() if place.organisation is not None}
    return {**found, **{key: organisation.pk for key, organisation in zip(missing, created, strict=True)}}


def _create_municipality(name: str) -> int:
    is_adjective = " " not in name and name.endswith(("ий", "ый", "ой"))
    full = _("%s район") % name if is_adjective else name
    code = free_code(name, set(Municipality.objects.values_list("code", flat=True)), 40)
    return Municipality.objects.create(
        region=_region(), code=code, name=full[:120], short_name=name[:60], name_prepositional=full[:120]
    ).pk


def _region() -> Region:
    region = Region.objects.first()
    return region or Region.objects.create(
        code="region",
        name=_("Регион"),
        name_genitive=_("региона"),
        centre_name=_("Региональный наставнический центр"),
    )


def _new_organisation(name: str, municipality: int, codes: set[str]) -> Organisation:
    code = free_code(name, codes, 60)
    codes.add(code)
    lowered = name.lower()
    kind = next((kind for root, kind in _KINDS if root in lowered), OrganisationKind.OTHER)
    return Organisation(municipality_id=municipality, code=code, short_name=name[:160], full_name=name[:400], kind=kind)


def free_code(name: str, taken: set[str], longest: int) -> str:
    """A code made of a name that nothing else has."""
    base = slugify(anyascii(name.replace("№", " ")))[: longest - 6] or "bez-nazvaniya"
    code, number = base, 1
    while code in taken:
        number += 1
        code = f"{base}-{number}"
    return code
