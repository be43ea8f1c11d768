"""Municipalities and organisations that a file names and that the user allowed to create."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

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


class Places:
    """The organisations of an import by the keys of their places; what is missing is created once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, object], int] = {}
        self._municipalities: dict[str, int] = {}

    def __getitem__(self, key: tuple[object, object]) -> int:
        return self._known[key]

    @contextmanager
    def adding(self, places: Iterable[Place]) -> Iterator[None]:
        """The same as ``ensure``; what was created is forgotten again where the caller fails and rolls back."""
        known, municipalities = dict(self._known), dict(self._municipalities)
        try:
            self.ensure(places)
            yield
        except BaseException:
            self._known, self._municipalities = known, municipalities
            raise

    def ensure(self, places: Iterable[Place]) -> None:
        """Know the organisation of each of these places, creating it where no list has it."""
        wanted = {place.key: place for place in places if place.key not in self._known}
        self._known.update({key: place.organisation for key, place in wanted.items() if place.organisation is not None})
        missing = {key: place for key, place in wanted.items() if place.organisation is None}
        if not missing:
            return
        for name in sorted({place.municipality_name for place in missing.values() if place.municipality is None}):
            if name not in self._municipalities:
                self._municipalities[name] = _create_municipality(name)
        codes = set(Organisation.objects.values_list("code", flat=True))
        created = [
            _new_organisation(
                place.organisation_name, place.municipality or self._municipalities[place.municipality_name], codes
            )
            for place in missing.values()
        ]
        Organisation.objects.bulk_create(created, batch_size=200)
        self._known.update({key: made.pk for key, made in zip(missing, created, strict=True)})


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
