"""The facets of the mentor search: each knows its name in the address, its words and the values to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mentoring.bank.enums import Category, ExperienceBand, Meeting, MentoringForm
from search.mentors.vocabulary import Vocabulary

#: Chosen codes by the name of their facet.
Chosen = Mapping[str, tuple[str, ...]]
#: Words by code, in the order of their reference table.
Values = Mapping[str, str]
#: Words without a language yet: forms for 1, 2 and 5 («район», «района», «районов»).
Forms = tuple[str | Promise, str | Promise, str | Promise]

FREE = "free"


@dataclass(frozen=True, slots=True)
class Facet:
    """One question of the search page.

    `values` gives every value that may be chosen now; `unknown` is said of a value that does not exist. A `long` facet
    shows what was chosen first, then by count, and folds the rest; a short one keeps the order of its table.
    `chip` writes a value where its facet is not beside it.
    """

    name: str
    label: str | Promise
    values: Callable[[Vocabulary, Chosen], Values]
    unknown: str | Promise
    forms: Forms = ("", "", "")
    search_label: str | Promise = ""
    long: bool = False
    chip: str | Promise = "%(value)s"

    def clean(self, codes: tuple[str, ...], vocabulary: Vocabulary, chosen: Chosen) -> tuple[str, ...]:
        """The codes that exist, sorted, each once."""
        known = self.values(vocabulary, chosen)
        return tuple(sorted({code for code in codes if code in known}))

    def chip_label(self, value: str) -> str:
        """«высшая категория» as a condition that stands alone."""
        return str(self.chip) % {"value": value}


def _districts(vocabulary: Vocabulary, chosen: Chosen) -> Values:
    return {code: district.label for code, district in vocabulary.districts.items()}


def _organisations(vocabulary: Vocabulary, chosen: Chosen) -> Values:
    """Only those of the chosen districts: outside of them an organisation cannot be a condition."""
    districts = set(chosen.get("district", ()))
    places = [place for place in vocabulary.organisations.values() if place.district in districts]
    known = Counter(place.label for place in places)
    return {
        # There is a «Школа № 2» in more than one district.
        place.code: place.label
        if known[place.label] == 1
        else f"{place.label}, {vocabulary.districts[place.district].label}"
        for place in places
    }


def _choices(enum: type[TextChoices]) -> Callable[[Vocabulary, Chosen], Values]:
    @cache
    def words() -> Values:
        return {option.value: capfirst(str(option.label)) for option in enum}

    return lambda vocabulary, chosen: words()


FACETS: tuple[Facet, ...] = (
    Facet(
        "district",
        _("Район"),
        _districts,
        _("Такого района нет, условие убрано."),
        (_("район"), _("района"), _("районов")),
        _("Название района"),
        long=True,
    ),
    Facet(
        "organisation",
        _("Организация"),
        _organisations,
        _("Такой организации в выбранных районах нет, условие убрано."),
        (_("организация"), _("организации"), _("организаций")),
        _("Название организации"),
        long=True,
    ),
    Facet(
        "subject",
        _("Предмет"),
        lambda vocabulary, chosen: vocabulary.subjects,
        _("Такого предмета нет, условие убрано."),
        (_("предмет"), _("предмета"), _("предметов")),
        _("Название предмета"),
        long=True,
    ),
    Facet("category", _("Категория наставника"), _choices(Category), _("Такой категории нет, условие убрано.")),
    Facet(
        "audience",
        _("Кого берёт"),
        lambda vocabulary, chosen: vocabulary.audiences,
        _("Таких наставляемых в списке нет, условие убрано."),
    ),
    Facet(
        "direction",
        _("Направление"),
        lambda vocabulary, chosen: vocabulary.directions,
        _("Такого направления нет, условие убрано."),
        (_("направление"), _("направления"), _("направлений")),
        _("Название направления"),
        long=True,
    ),
    Facet(
        "experience",
        _("Стаж наставника"),
        _choices(ExperienceBand),
        _("Такого стажа в списке нет, условие убрано."),
        chip=_("Стаж %(value)s"),
    ),
    Facet(
        "form",
        _("Форма наставничества"),
        _choices(MentoringForm),
        _("Такой формы нет, условие убрано."),
        chip=_("%(value)s наставничество"),
    ),
    Facet("meeting", _("Формат встреч"), _choices(Meeting), _("Такого формата встреч нет, условие убрано.")),
    Facet(
        "places",
        _("Свободные места"),
        lambda vocabulary, chosen: {FREE: str(_("Только со свободными"))},
        _("Свободные места отбирают одним условием, другое убрано."),
        chip=_("Есть свободные места"),
    ),
)

BY_NAME: Mapping[str, Facet] = {facet.name: facet for facet in FACETS}
