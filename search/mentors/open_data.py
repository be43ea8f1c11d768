"""A mentor for other programs: the sentences of the card, and the same by codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema

from cms.open_data.resources import Resource, Told, resources
from cms.open_data.schemas import Code, Record, all_chosen, chosen, coded
from cms.sharing.address import site_root
from mentoring.bank.enums import (
    Category,
    ExperienceBand,
    Freshness,
    Meeting,
    MenteeExperience,
    MentoringForm,
    MentoringKind,
    Person,
    SpecialCategory,
)
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import PublicMentor, public_mentors
from search.mentors.documents import card_of


class MentorCodes(Schema):
    """Условия поиска этого наставника кодами и названиями."""

    person: Code | None
    subjects: list[Code]
    directions: list[Code]
    category: Code | None
    special_categories: list[Code]
    experience: Code | None
    audiences: list[Code]
    mentee_experience: list[Code]
    mentee_categories: list[Code]
    forms: list[Code]
    kinds: list[Code]
    meetings: list[Code]
    freshness: Code | None


class MentorRecord(Record):
    """Наставник: то же, что на его странице, с его согласия."""

    name: str = Field(description="Фамилия, имя, отчество")
    subjects: str = Field(description="Предметы словами")
    about: str = Field(description="Категория и стаж словами")
    place: str = Field(description="Где работает, словами")
    takes: str = Field(description="Кого возьмёт, словами")
    meetings: str = Field(description="Как встречается, словами")
    places_free: int = Field(description="Сколько мест свободно")
    places_total: int = Field(description="Сколько мест всего")
    confirmed_on: date = Field(description="Когда запись подтвердили")
    position: str = Field(description="Должность")
    organisation: Code = Field(description="Организация")
    municipality: Code = Field(description="Муниципалитет")
    codes: MentorCodes = Field(description="Всё это кодами")


def tell(mentors: Sequence[Mentor]) -> Iterator[tuple[int, Told]]:
    """The mentors as visitors may see them today."""
    root = site_root()
    for mentor in public_mentors(mentors, timezone.localdate()):
        yield mentor.pk, _mentor(mentor, root)


def _mentor(mentor: PublicMentor, root: str) -> Told:
    card = card_of(mentor)
    return {
        "url": root + card["url"],
        **{name: card[name] for name in ("name", "subjects", "about", "place", "takes", "meetings")},
        "places_free": mentor.places_free,
        "places_total": mentor.places_total,
        "confirmed_on": mentor.confirmed_on,
        "position": mentor.position,
        "organisation": coded(mentor.organisation.code, mentor.organisation.name),
        "municipality": coded(mentor.municipality.code, mentor.municipality.name),
        "codes": _codes(mentor),
    }


def _codes(mentor: PublicMentor) -> dict[str, Any]:
    of_tables = {name: getattr(mentor, name) for name in ("subjects", "directions", "audiences")}
    return {
        "person": chosen(Person, mentor.person),
        **{name: [coded(one.code, one.name) for one in found] for name, found in of_tables.items()},
        "category": chosen(Category, mentor.category or ""),
        "special_categories": all_chosen(SpecialCategory, mentor.special_categories),
        "experience": chosen(ExperienceBand, mentor.experience_band or ""),
        "mentee_experience": all_chosen(MenteeExperience, mentor.mentee_experience),
        "mentee_categories": all_chosen(Category, mentor.mentee_categories),
        "forms": all_chosen(MentoringForm, mentor.forms),
        "kinds": all_chosen(MentoringKind, mentor.kinds),
        "meetings": all_chosen(Meeting, mentor.meetings),
        "freshness": chosen(Freshness, mentor.freshness),
    }


def public() -> QuerySet[Mentor]:
    """Those that visitors may see today."""
    return Mentor.objects.public(timezone.localdate()).for_presenting()


def register() -> None:
    """Let other programs read mentors."""
    place = "organisation__municipality__code"
    resources.register(
        Resource(
            "mentors", _("Наставники"), MentorRecord, public, tell, place, lambda mentor: mentor.created_at, order=60
        )
    )
