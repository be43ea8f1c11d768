"""Everything that the template of a mentor's public page prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from cms.appearance.pieces import Crumb
from cms.contacts.shown import write_url
from cms.organisations.public import sheet_url
from cms.pages.related import Related
from cms.sharing.open_graph import OpenGraph
from mentoring.bank import words
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import PublicMentor
from mentoring.bank.structured import json_ld

#: How many mentors of the same subject and municipality stand in the margin.
SIMILAR = 3


@dataclass(frozen=True, slots=True)
class NearMentor:
    """Another mentor in a line of the margin: what is public of everybody whom visitors may find."""

    full_name: str
    url: str
    organisation: str
    places_free: int


@dataclass(frozen=True)
class MentorPage:
    """The words of one page; ``mentor`` is the only source of what is shown of the person."""

    mentor: PublicMentor
    similar: Sequence[NearMentor]
    absolute_url: str
    #: What other rooms tell of the mentor, and a picture that one of them has, for an entry without a photograph.
    related: tuple[Related, ...] = ()
    told: Any = None

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        place = self.mentor.municipality
        search = reverse("mentor-search")
        return (
            Crumb("Наставники", search),
            Crumb(place.name, f"{search}?{urlencode({'district': place.code})}"),
            Crumb(self.short_name),
        )

    @property
    def short_name(self) -> str:
        """«Лосева В. А.»"""
        initials = " ".join(f"{part[0]}." for part in (self.mentor.first_name, self.mentor.patronymic) if part)
        return f"{self.mentor.last_name} {initials}".strip()

    @cached_property
    def portrait(self) -> AbstractImage | None:
        """The photograph, if there is one that the person agreed to show."""
        key = self.mentor.portrait_id
        return get_image_model()._default_manager.filter(pk=key).first() if key else None

    @property
    def organisation_url(self) -> str:
        """The page of the organisation."""
        return sheet_url(self.mentor.organisation.code)

    @property
    def municipality_id(self) -> int:
        """Whose coordinator the foot of the page names."""
        return int(self.mentor.municipality.pk)

    @property
    def coordinator_url(self) -> str:
        """The form of a letter to the coordinator who keeps the entry."""
        return write_url(self.mentor.municipality.code)

    @property
    def places(self) -> str:
        return words.places_sentence(self.mentor.places_free, self.mentor.places_total)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Each school year with what was led in it: «2 пары», «1 пара и 1 группа»."""
        return [(year, words.led(pairs, groups)) for year, pairs, groups in self.mentor.pairs_by_year]

    @property
    def freshness(self) -> str:
        return words.freshness_sentence(self.mentor)

    @property
    def about(self) -> words.Facts:
        return words.about_facts(self.mentor)

    @property
    def takes(self) -> words.Facts:
        return words.takes_facts(self.mentor)

    @property
    def description(self) -> str:
        return words.description(self.mentor)

    @property
    def open_graph(self) -> OpenGraph:
        """What a messenger shows of the page."""
        return OpenGraph(self.mentor.full_name, self.description, self.absolute_url, "profile")

    @property
    def structured(self) -> dict[str, Any]:
        return json_ld(self.mentor, self.absolute_url)


def similar_mentors(mentor: Mentor, on: Any) -> list[NearMentor]:
    """Public mentors of the same municipality who share a subject, those with free places first; costs one query."""
    subjects = [subject.pk for subject in mentor.subjects.all()]
    near = (
        Mentor.objects.public(on)
        .in_municipality(mentor.organisation.municipality)
        .teaching(subjects)
        .exclude(pk=mentor.pk)
        .with_places()
        .select_related("organisation")
        .order_by("-free", "last_name", "pk")[:SIMILAR]
    )
    return [NearMentor(one.full_name, one.get_absolute_url(), one.organisation.short_name, one.free) for one in near]
