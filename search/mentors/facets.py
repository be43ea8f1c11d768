"""The facets of the mentor search: each knows its name in the address, its words and the values to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mentoring.bank.enums import Category, ExperienceBand, Meeting, MentoringForm, SpecialCategory
from search.faceted.catalogue import Chosen, Facet, Values
from search.faceted.districts import DISTRICT
from search.mentors.vocabulary import Vocabulary

FREE = "free"


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


def _choices(*enums: type[TextChoices]) -> Callable[[Vocabulary, Chosen], Values]:
    @cache
    def words() -> Values:
        return {option.value: capfirst(str(option.label)) for enum in enums for option in enum}

    return lambda vocabulary, chosen: words()


FACETS: tuple[Facet, ...] = (
    DISTRICT,
    Facet(
        "organisation",
        _("Организация"),
        _organisations,
        _("Такой организации в выбранных районах нет, условие убрано."),
        (_("организация"), _("организации"), _("организаций")),
        _("Название организации"),
        long=True,
        needs="district",
        elsewhere=lambda vocabulary: vocabulary.organisations,
        is_folded=True,
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
    Facet(
        "category",
        _("Категория наставника"),
        _choices(Category, SpecialCategory),
        _("Такой категории нет, условие убрано."),
    ),
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
        is_folded=True,
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
