"""A mentor as the index sees it, made of nothing but what visitors may see.

The cards are written in the language of the index, which is that of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone

from cms.wording import agree, within
from mentoring.bank.enums import Category, ExperienceBand, Meeting, MentoringForm, SpecialCategory
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import PublicMentor, public_mentors
from mentoring.bank.words import listed
from mentoring.reference.spoken import spoken
from search.interface import Document
from search.mentors.cases import ACCUSATIVE, decline
from search.mentors.facets import FREE
from search.mentors.gathering import gathered

#: Whom a mentor takes, in words of a card; the mentor's page names all of them.
MOST_AUDIENCES = 2


def documents(ids: Sequence[int]) -> Iterator[Document]:
    """The documents of those mentors that visitors may find today, in a constant number of queries."""
    today = timezone.localdate()
    return (document(mentor) for mentor in public_mentors(gathered(ids, today), today))


def public_ids(ids: Sequence[int]) -> Iterable[int]:
    """Those of the mentors that visitors may find today, in one query."""
    return Mentor.objects.public(timezone.localdate()).filter(pk__in=ids).values_list("pk", flat=True)


def document(mentor: PublicMentor) -> Document:
    """The document of one mentor."""
    return Document(
        id=mentor.pk,
        facets=_facets(mentor),
        texts=_texts(mentor),
        keys={
            "has_place": int(mentor.places_free > 0),
            "free": mentor.places_free,
            "confirmed": mentor.confirmed_on.toordinal(),
            "experience": _experience_rank(mentor),
            "name": mentor.full_name,
        },
        card=card_of(mentor),
        suggestions=_suggestions(mentor),
        # The presenter names the first day of the change, the index the last day before it.
        valid_until=None if mentor.valid_until == date.max else mentor.valid_until - timedelta(days=1),
    )


def _facets(mentor: PublicMentor) -> dict[str, tuple[str, ...]]:
    return {
        "district": (mentor.municipality.code,),
        "organisation": (mentor.organisation.code,),
        "subject": _codes(mentor.subjects),
        "category": (*((mentor.category.value,) if mentor.category else ()), *mentor.special_categories),
        "direction": _codes(mentor.directions),
        "experience": (mentor.experience_band.value,) if mentor.experience_band else (),
        "audience": _codes(mentor.audiences),
        "form": mentor.forms,
        "meeting": mentor.meetings,
        "places": (FREE,) if mentor.places_free else (),
    }


def _texts(mentor: PublicMentor) -> dict[str, str]:
    place = mentor.organisation
    words = [_category_words(mentor), *_labels(MentoringForm, mentor.forms), *_labels(Meeting, mentor.meetings)]
    story = [*words, *_names(mentor.audiences), mentor.about, mentor.honours, mentor.case_title]
    return {
        "name": mentor.full_name,
        "subjects": ". ".join(_names(mentor.subjects)),
        "position": mentor.position,
        "directions": ". ".join(_names(mentor.directions)),
        "place": ". ".join((place.name, place.full_name, place.settlement, mentor.municipality.name)),
        "story": ". ".join(filter(None, story)),
    }


def card_of(mentor: PublicMentor) -> dict[str, Any]:
    """What the card of a mentor says, as JSON values."""
    return {
        "name": mentor.full_name,
        "url": mentor.url,
        "subjects": listed(mentor.subjects) or mentor.position,
        "about": _about(mentor),
        "place": ", ".join(filter(None, _place(mentor))),
        "takes": _takes(mentor),
        "free": mentor.places_free,
        "total": mentor.places_total,
        "places": _places(mentor),
        "meetings": _meetings(mentor),
        "confirmed": mentor.confirmed_on.isoformat(),
        "story": ". ".join(filter(None, (listed(mentor.directions), mentor.honours, mentor.about))),
    }


def _suggestions(mentor: PublicMentor) -> tuple[tuple[str, str], ...]:
    return (
        *(("subject", name) for name in _names(mentor.subjects)),
        *(("direction", name) for name in _names(mentor.directions)),
        ("organisation", mentor.organisation.name),
        ("district", mentor.municipality.name),
    )


def _about(mentor: PublicMentor) -> str:
    """«высшая категория, стаж 31–40 лет»."""
    band = mentor.experience_band
    experience = f"стаж {''.join(_labels(ExperienceBand, (band.value,)))}" if band else ""
    return ", ".join(filter(None, (_category_words(mentor), experience)))


def _category_words(mentor: PublicMentor) -> str:
    level = _labels(Category, (mentor.category.value,)) if mentor.category else ()
    return ", ".join((*level, *_labels(SpecialCategory, mentor.special_categories)))


def _place(mentor: PublicMentor) -> tuple[str, ...]:
    """«Лицей № 4», «пос. Ключи», «Ключевской район», without a settlement that the name of the school says already."""
    place = mentor.organisation
    said = place.settlement.split(" ")[-1].lower() in place.name.lower()
    return place.name, "" if said else place.settlement, mentor.municipality.name


def _takes(mentor: PublicMentor) -> str:
    """«Возьмёт молодого педагога» where the grammar is sure, «Берёт: молодой педагог» where it is not."""
    names = [spoken(name) for name in _names(mentor.audiences)]
    if not names:
        return ""
    shown, has_more = names[:MOST_AUDIENCES], len(names) > MOST_AUDIENCES
    cases = [decline(name, ACCUSATIVE) for name in shown]
    if all(cases):
        return f"Возьмёт {'; '.join(cases)}{' и других' if has_more else ''}"
    return f"Берёт: {'; '.join(map(within, shown))}{' и другие' if has_more else ''}"


def _places(mentor: PublicMentor) -> str:
    """«2 места из 3», «Мест нет»."""
    if not mentor.places_free:
        return "Мест нет"
    return f"{mentor.places_free} {agree(mentor.places_free, 'место', 'места', 'мест')} из {mentor.places_total}"


def _meetings(mentor: PublicMentor) -> str:
    """«Лично и дистанционно»."""
    return " и ".join(_labels(Meeting, mentor.meetings)).capitalize()


def _experience_rank(mentor: PublicMentor) -> int:
    return list(ExperienceBand).index(mentor.experience_band) + 1 if mentor.experience_band else 0


@cache  # a label goes through gettext each time that it is read
def _labels(enum: type[TextChoices], values: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of these values, in the order of the enum."""
    return tuple(str(option.label) for option in enum if option.value in values)


def _codes(entries: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(entry.code for entry in entries)


def _names(entries: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(entry.name for entry in entries)
