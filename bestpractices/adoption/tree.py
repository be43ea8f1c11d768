"""«Применяют 4 школы»: who applies a practice, and after whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from bestpractices.adoption.enums import AdoptionState
from bestpractices.adoption.models import Adoption
from bestpractices.republication.originals import origin_id
from cms.organisations.public import sheet_url
from cms.wording import agree


@dataclass(frozen=True)
class Branch:
    """A school that applies the practice, and the schools that followed it."""

    school: str
    url: str
    municipality: str
    state: str
    is_confirmed: bool
    changes: str
    result: str
    followers: tuple[Branch, ...]


@dataclass(frozen=True)
class AdoptionTree:
    """All schools that apply a practice, in words for its page."""

    words: str
    confirmed: str
    branches: tuple[Branch, ...]


def adoption_tree(page: Page) -> AdoptionTree:
    """The schools that apply the practice on this page or the practice it is a copy of; two queries."""
    adoptions = list(Adoption.objects.of_practice(origin_id(page.translation_key)).in_use().public())
    number = len(adoptions)
    confirmed = sum(adoption.state == AdoptionState.CONFIRMED for adoption in adoptions)
    verb, noun = agree(number, "применяет", "применяют", "применяют"), agree(number, "школа", "школы", "школ")
    return AdoptionTree(
        words=f"{verb} {number} {noun}".capitalize() if number else "",
        confirmed=_("Результат подтвердился: %(number)d") % {"number": confirmed} if confirmed else "",
        branches=_branches(adoptions, None),
    )


def _branches(adoptions: list[Any], parent: int | None) -> tuple[Branch, ...]:
    known = {adoption.pk for adoption in adoptions}
    here = [a for a in adoptions if (a.parent_id if a.parent_id in known else None) == parent]
    return tuple(
        Branch(
            school=adoption.organisation.short_name,
            url=sheet_url(adoption.organisation.code),
            municipality=adoption.organisation.municipality.name,
            state=adoption.get_state_display(),
            is_confirmed=adoption.state == AdoptionState.CONFIRMED,
            changes=adoption.changes,
            result=adoption.result,
            followers=_branches(adoptions, adoption.pk),
        )
        for adoption in here
    )
