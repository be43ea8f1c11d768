"""A practice for other programs: its passport by codes, its story, and the authors who may be named today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema

from bestpractices.practices.enums import LICENCE_URLS, EvidenceLevel, Licence, PracticeLevel
from bestpractices.practices.models import PracticePage
from cms.open_data.page_records import born, public_of, told_pages
from cms.open_data.resources import Resource, Told, resources
from cms.open_data.schemas import Code, PageRecord, chosen, coded, named
from mentoring.bank.enums import MentoringForm, MentoringKind
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentors
from mentoring.pairs.enums import PairModel


class LicenceRecord(Code):
    """Как можно использовать текст."""

    url: str


class PracticeRecord(PageRecord):
    """Практика."""

    organisation: Code | None = Field(description="Организация")
    year: int | None = Field(description="Год, в котором начался учебный год результата")
    pair_form: Code | None = Field(description="Форма пары")
    mentoring_form: Code | None = Field(description="Форма наставничества")
    kind: Code | None = Field(description="Модель")
    level: Code | None = Field(description="Уровень")
    subjects: list[Code] = Field(description="Предметы")
    authors: list[str] = Field(description="Авторы, чьё согласие действует")
    problem: str = Field(description="Зачем: какую проблему решали")
    aim: str = Field(description="Цель")
    audience: str = Field(description="Для кого")
    steps: list[str] = Field(description="Шаги")
    result: str = Field(description="Результат")
    failures: str = Field(description="Что не получилось")
    evidence_level: Code | None = Field(description="Насколько это доказано")
    licence: LicenceRecord | None = Field(description="Как можно использовать")


class _Names(Schema):
    """The authors who may be named, by the number of the mentor."""

    by_mentor: dict[int, str]

    def of(self, page: Any) -> list[str]:
        """The mentors of the pairs, then the co-authors, each once."""
        mentors = [*(row.pair.mentor_id for row in page.author_pairs.all())]
        mentors += [row.mentor_id for row in page.coauthors.all()]
        return [self.by_mentor[pk] for pk in dict.fromkeys(mentors) if pk in self.by_mentor]


def tell(practices: Sequence[PracticePage]) -> Iterator[tuple[int, Told]]:
    """The practices as visitors read them; the consents of all authors are asked at once."""
    names = _names(practices, timezone.localdate())
    return told_pages(practices, lambda page: _practice(page, names))


def _names(practices: Sequence[Any], today: date) -> _Names:
    mentors = {row.pair.mentor_id for page in practices for row in page.author_pairs.all()}
    mentors |= {row.mentor_id for page in practices for row in page.coauthors.all()}
    asked = Mentor.objects.filter(pk__in=mentors).for_presenting() if mentors else ()
    return _Names(by_mentor={one.pk: one.full_name for one in public_mentors(asked, today)})


def _practice(page: Any, names: _Names) -> Told:
    licence = chosen(Licence, page.licence)
    return {
        "organisation": named(page.organisation),
        "year": page.year,
        "pair_form": chosen(PairModel, page.pair_model),
        "mentoring_form": chosen(MentoringForm, page.mentoring_form),
        "kind": chosen(MentoringKind, page.kind),
        "level": chosen(PracticeLevel, page.level),
        "subjects": [coded(one.code, one.name) for one in page.subjects.all()],
        "authors": names.of(page),
        **{field: getattr(page, field) for field in ("problem", "aim", "audience", "result", "failures")},
        "steps": [step.text for step in page.steps.all()],
        "evidence_level": chosen(EvidenceLevel, page.evidence_level),
        "licence": {**licence, "url": LICENCE_URLS.get(Licence(page.licence), "")} if licence else None,
    }


def public() -> QuerySet:
    """Those that every visitor may read now."""
    pages = public_of(PracticePage)().select_related("municipality", "organisation")
    return pages.prefetch_related("subjects", "steps", "author_pairs__pair", "coauthors")


def register() -> None:
    """Let other programs read practices."""
    place = "municipality__code"
    resources.register(Resource("practices", _("Лучшие практики"), PracticeRecord, public, tell, place, born, order=10))
