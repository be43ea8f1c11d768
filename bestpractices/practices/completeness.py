"""What an attentive colleague would say about the text: what is empty, and what is hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bestpractices.practices.enums import Part

#: Words in a sentence from which a reader loses the thread.
LONG_SENTENCE = 28
#: Letters of a section below which it says next to nothing.
SHORT_SECTION = 60

_ELSEWHERE = re.compile(
    r"(смотри(те)?|см\.|читайте|подробн\w*|доступн\w*)\s+(\w+\s+)?(по|на|в)?\s*(ссылк|сайт|приложени)", re.I
)
_BARE_LINK = re.compile(r"^\s*https?://\S+\s*$")
_OFFICIALESE = re.compile(
    r"\b(в целях|в рамках|осуществл\w+|посредством|данн(ый|ая|ое|ого|ой|ые|ых)|обеспечени[ея]|реализаци[яию]\w*|"
    r"является|являются|повышени[ея] качества)\b",
    re.I,
)
_SENTENCE = re.compile(r"[^.!?…]+")

#: The text fields, by the part that they belong to; the last word: whether sending needs it.
TEXTS: tuple[tuple[Part, str, bool], ...] = (
    (Part.PROBLEM, "problem", True),
    (Part.AIM, "aim", True),
    (Part.AUDIENCE, "audience", True),
    (Part.RESOURCES, "hours", True),
    (Part.RESOURCES, "people", True),
    (Part.RESOURCES, "money", True),
    (Part.RESULT, "result", True),
    (Part.FAILURES, "failures", True),
    (Part.RISKS, "risks", False),
    (Part.EVIDENCE, "evidence", True),
)
#: Those that ought to be told, not named.
TOLD = frozenset({"problem", "result", "failures", "evidence"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark of the machine; one that ``stops`` keeps the practice from being sent."""

    part: Part
    words: str
    stops: bool = False


def findings(practice: Any) -> list[Finding]:
    """Everything that is missing or hard to read, in the order of the form."""
    found = [*_about_the_passport(practice), *_about_the_texts(practice), *_about_the_lists(practice)]
    order = list(Part)
    return sorted(found, key=lambda finding: (not finding.stops, order.index(finding.part)))


def completeness(practice: Any) -> int:
    """How much of what sending needs is there, in per cent."""
    needed = 2 + len([1 for _part, _name, needs in TEXTS if needs]) + 3
    missing = sum(finding.stops for finding in findings(practice))
    return round(100 * max(0, needed - missing) / needed)


def _about_the_passport(practice: Any) -> Iterator[Finding]:
    if practice.organisation_id is None:
        yield Finding(Part.PLACE, _("Не выбрана организация."), True)
    if practice.year is None:
        yield Finding(Part.PLACE, _("Не указан учебный год."), True)


def _about_the_texts(practice: Any) -> Iterator[Finding]:
    for part, name, needed in TEXTS:
        text = (getattr(practice, name) or "").strip()
        label = practice._meta.get_field(name).verbose_name
        if not text:
            if needed:
                yield Finding(part, _("Пустой раздел «%(name)s».") % {"name": label}, True)
            continue
        yield from _about_a_text(part, name, text)
    for number, step in enumerate(practice.steps.all(), 1):
        for finding in _about_a_text(Part.STEPS, "step", step.text or ""):
            yield Finding(Part.STEPS, _("Шаг %(number)s. %(words)s") % {"number": number, "words": finding.words})


def _about_a_text(part: Part, name: str, text: str) -> Iterator[Finding]:
    if _ELSEWHERE.search(text) or _BARE_LINK.match(text):
        yield Finding(part, _("Здесь только отсылка. Расскажите главное прямо тут, ссылку оставьте в материалах."))
    elif name in TOLD and len(text) < SHORT_SECTION:
        yield Finding(part, _("Раздел очень короткий. Одного примера хватит, чтобы стало понятно."))
    longest = max((len(sentence.split()) for sentence in _SENTENCE.findall(text)), default=0)
    if longest > LONG_SENTENCE:
        yield Finding(part, _("Есть предложение из %(count)s слов. Разделите его надвое.") % {"count": longest})
    officialese = list(dict.fromkeys(match[0].lower() for match in _OFFICIALESE.finditer(text)))
    if officialese:
        yield Finding(part, _("Попробуйте сказать без слов «%(words)s».") % {"words": "», «".join(officialese[:3])})


def _about_the_lists(practice: Any) -> Iterator[Finding]:
    if not practice.author_pairs.all():
        yield Finding(Part.AUTHORS, _("Не названа пара авторов из банка наставников."), True)
    if len(practice.steps.all()) < 2:
        yield Finding(Part.STEPS, _("Опишите хотя бы два шага: по ним практику повторят."), True)
    if not practice.indicators.all():
        yield Finding(Part.INDICATORS, _("Нет ни одного показателя с планом и фактом."), True)
    if not practice.grounds.all():
        yield Finding(Part.GROUNDS, _("Не указано, на какой программе или приказе держится практика."))
