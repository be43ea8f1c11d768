"""What the public page of a mentor says, in words: the same sentences for the page, its print and its description."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.wording import agree, counted, within
from mentoring.bank.enums import (
    Category,
    Freshness,
    Meeting,
    MenteeExperience,
    MentoringForm,
    MentoringKind,
    SpecialCategory,
)
from mentoring.bank.presenters import Named, PublicMentor
from mentoring.reference.spoken import spoken

Facts = list[tuple[str, str]]

#: The last year of the last band of a mentee's experience.
LONGEST_EXPERIENCE = 40

#: «Есть одно место из двух»: numbers up to ten in words, neuter, nominative; then genitive for «из».
NUMBERS = ("", "одно", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять")
NUMBERS_OF = ("", "одного", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти")


def places_sentence(free: int, total: int) -> str:
    """«Есть одно место из двух», «Свободны все три места», «Мест сейчас нет»."""
    if free <= 0:
        return _("Мест сейчас нет")
    noun = agree(free, "место", "места", "мест")
    if free == total:
        return _("Есть %(free)s %(noun)s") % {"free": _spelled(free, NUMBERS), "noun": noun}
    words = {"free": _spelled(free, NUMBERS), "noun": noun, "total": _spelled(total, NUMBERS_OF)}
    return _("Есть %(free)s %(noun)s из %(total)s") % words


def freshness_sentence(mentor: PublicMentor) -> str:
    """When the mentor last confirmed, and what it means for the reader."""
    words = {"day": date_format(mentor.confirmed_on, "j E Y")}
    if mentor.freshness == Freshness.GREEN:
        return _("Готовность подтверждена %(day)s") % words
    return _("Последнее подтверждение – %(day)s. Уточните, остались ли места") % words


def about_facts(mentor: PublicMentor) -> Facts:
    """The mentor's own side; empty values are left out by the component."""
    return [
        (_("Стаж"), str(mentor.experience_band.label) if mentor.experience_band else ""),
        (_("Категория"), category_words(mentor)),
        (_("Предметы"), listed(mentor.subjects)),
        (_("Звания"), mentor.honours),
        (_("Место работы"), mentor.organisation.full_name),
    ]


def takes_facts(mentor: PublicMentor) -> Facts:
    """Whom the mentor takes and how they would work."""
    return [
        (_("Кто"), said([spoken(entry.name) for entry in mentor.audiences])),
        (_("Стаж"), experience_words(mentor.mentee_experience)),
        (_("Категория"), _chosen(Category, mentor.mentee_categories)),
        (_("Формы"), _chosen(MentoringForm, mentor.forms)),
        (_("Вид"), _chosen(MentoringKind, mentor.kinds)),
        (_("Встречи"), _chosen(Meeting, mentor.meetings)),
    ]


def led(pairs: int, groups: int) -> str:
    """«2 пары», «1 группа», «1 пара и 2 группы»."""
    parts = [counted(pairs, _("пара"), _("пары"), _("пар"))] if pairs else []
    if groups:
        parts.append(counted(groups, _("группа"), _("группы"), _("групп")))
    return _(" и ").join(parts)


def experience_words(values: Iterable[str]) -> str:
    """The experience of whom a mentor takes, bands that touch as one: «До 10 лет», «До 3 или от 21 до 40 лет»."""
    spans: list[tuple[int, int]] = []
    for band in sorted(MenteeExperience(value) for value in set(values) & set(MenteeExperience.values)):
        first, last = (int(years) for years in band.value.split("-"))
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = spans[-1][0], max(spans[-1][1], last)
        else:
            spans.append((first, last))
    if spans == [(0, LONGEST_EXPERIENCE)]:
        return _("Любой")
    told = [_("от %d до %d") % span if span[0] else _("до %d") % span[1] for span in sorted(spans)]
    return capfirst(_("%s лет") % _(" или ").join(told)) if told else ""


def description(mentor: PublicMentor) -> str:
    """One sentence for search engines and messengers."""
    work = mentor.position or listed(mentor.subjects)
    place = f"{mentor.organisation.name}, {mentor.municipality.name}"
    return ". ".join(part for part in (work, place, places_sentence(mentor.places_free, mentor.places_total)) if part)


def listed(entries: tuple[Named, ...]) -> str:
    """Names of reference entries as one phrase: the first with a capital, the rest without."""
    return said([entry.name for entry in entries])


def said(names: list[str]) -> str:
    """The same of bare names; names with a comma of their own are parted by semicolons."""
    mark = "; " if any("," in name for name in names) else ", "
    return mark.join([*names[:1], *(within(name) for name in names[1:])])


def _chosen(options: type, values: tuple[str, ...]) -> str:
    labels = [str(option.label) for option in options if option.value in values]  # type: ignore[attr-defined]
    return capfirst(", ".join(labels))


def category_words(mentor: PublicMentor) -> str:
    """«Высшая категория, педагог-методист»."""
    special = [str(option.label) for option in SpecialCategory if option.value in mentor.special_categories]
    return capfirst(", ".join([*([str(mentor.category.label)] if mentor.category else []), *special]))


def _spelled(number: int, words: tuple[str, ...]) -> str:
    return words[number] if number < len(words) else str(number)
