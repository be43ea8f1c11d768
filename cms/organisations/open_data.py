"""An organisation for other programs: what its sheet says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Field

from cms.open_data.resources import Resource, Told, resources
from cms.open_data.schemas import Code, Record, chosen, coded, placed
from cms.organisations.public import sheet_url, taking_part
from cms.sharing.address import site_root
from cms.territories.enums import OrganisationKind
from cms.territories.models import Organisation


class OrganisationRecord(Record):
    """Организация."""

    code: str = Field(description="Постоянный код: стоит и в адресе страницы")
    title: str = Field(description="Короткое название")
    full_title: str = Field(description="Полное название")
    kind: Code | None = Field(description="Вид организации")
    municipality: Code = Field(description="Муниципалитет")
    settlement: str = Field(description="Населённый пункт")
    is_rural: bool = Field(description="Сельская")
    is_reference: bool = Field(description="Опорная организация")
    tags: list[Code] = Field(description="Федеральные проекты и статусы")
    site: str = Field(description="Собственный сайт")


def tell(organisations: Sequence[Organisation]) -> Iterator[tuple[int, Told]]:
    """The organisations as their sheets name them."""
    root = site_root()
    for one in organisations:
        yield (
            one.pk,
            {
                "url": root + sheet_url(one.code),
                "code": one.code,
                "title": one.short_name,
                "full_title": one.full_name,
                "kind": chosen(OrganisationKind, one.kind),
                "municipality": placed(one.municipality),
                "settlement": one.settlement,
                "is_rural": one.is_rural,
                "is_reference": one.is_reference,
                "tags": [coded(tag.code, tag.name) for tag in one.tags.all()],
                "site": one.site,
            },
        )


def public() -> QuerySet[Organisation]:
    """Those that take part."""
    return taking_part().prefetch_related("tags")


def register() -> None:
    """Let other programs read organisations; nobody's name stands in them, so a cache may keep them for a while."""
    resources.register(
        Resource(
            "organisations",
            _("Организации"),
            OrganisationRecord,
            public,
            tell,
            "municipality__code",
            lambda one: None,
            order=50,
            has_people=False,
        )
    )
