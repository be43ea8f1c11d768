"""Who made a practice, as visitors may know it: a person without a consent in force is not named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticePage
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import PublicMentor, public_mentor, public_mentors
from mentoring.pairs.models import Pair


@dataclass(frozen=True, slots=True)
class Author:
    """A named author with the page of the bank and, where the consent says so, the form of a letter."""

    name: str
    url: str
    letter_url: str = ""

    @property
    def short(self) -> str:
        """«Лосева В. А.», for a citation."""
        last, *rest = self.name.split()
        return " ".join([last, *(f"{part[0]}." for part in rest)])


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors who may be named today, and in words how many are not."""

    named: tuple[Author, ...]
    others: str


def authors(practice: PracticePage, on: date) -> Authors:
    """The authors of a practice on a day; a mentee stays unnamed whatever a page says."""
    mentors, has_pair = _mentors(practice)
    seen = [public_mentor(mentor, on) for mentor in mentors]
    named = tuple(_author(mentor) for mentor in seen if mentor is not None)
    return _told(named, has_pair)


def authors_of(practices: Iterable[PracticePage], on: date) -> Iterator[tuple[int, Authors]]:
    """The authors of each practice (by number) on a day, in a constant number of queries."""
    pages = list(practices)
    prefetch_related_objects(pages, "author_pairs__pair", "coauthors")
    orders = {
        page.pk: dict.fromkeys(
            [row.pair.mentor_id for row in page.author_pairs.all()] + [row.mentor_id for row in page.coauthors.all()]
        )
        for page in pages
    }
    asked = {pk for order in orders.values() for pk in order}
    mentors = Mentor.objects.filter(pk__in=asked).for_presenting() if asked else ()
    seen = {mentor.pk: _author(mentor) for mentor in public_mentors(mentors, on)}
    for page in pages:
        named = tuple(seen[pk] for pk in orders[page.pk] if pk in seen)
        yield page.pk, _told(named, bool(page.author_pairs.all()))


def _told(named: tuple[Author, ...], has_pair: bool) -> Authors:
    if not has_pair:
        return Authors(named, "")
    return Authors(named, _("и наставляемый в паре") if named else _("наставническая пара"))


def _mentors(practice: PracticePage) -> tuple[list[Mentor], bool]:
    """The mentors of the pairs, then the co-authors, each once, ready for the bank's presenter."""
    pairs = [author.pair_id for author in practice.author_pairs.all()]
    in_pairs = list(Pair.objects.filter(pk__in=pairs).values_list("mentor_id", flat=True)) if pairs else []
    order = list(dict.fromkeys([*in_pairs, *(author.mentor_id for author in practice.coauthors.all())]))
    found = {mentor.pk: mentor for mentor in Mentor.objects.filter(pk__in=order).for_presenting()} if order else {}
    return [found[pk] for pk in order if pk in found], bool(pairs)


def _author(mentor: PublicMentor) -> Author:
    letter = reverse("mentor-letter", args=[mentor.pk]) if mentor.can_be_written_to else ""
    return Author(mentor.full_name, mentor.url, letter)


def with_people(practices: Any) -> Any:
    """Practices with everything that conflicts of interest are found by."""
    pairs = Prefetch("author_pairs__pair", queryset=Pair.objects.select_related("mentor").prefetch_related("mentees"))
    return practices.prefetch_related(pairs, "coauthors__mentor")
