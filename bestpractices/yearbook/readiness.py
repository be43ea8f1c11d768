"""What keeps a book from being sent, what is worth a second look, and which of its practices can go to review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bestpractices.practices.completeness import completeness
from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import UNDER_REVIEW, State
from bestpractices.review.standing import last_stages, standing_after
from bestpractices.review.submitting import obstacles
from bestpractices.yearbook.choice import Choice
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.offers import hidden_pages
from bestpractices.yearbook.people import cover_of
from bestpractices.yearbook.results import results_of
from mentoring.mentions.covering import Cover

#: States whose text has gone to review or has passed it.
_THERE = UNDER_REVIEW | {State.PUBLISHED}


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark about one of the parts (0 is the opening); one that ``stops`` keeps the book at the school."""

    part: int
    words: str
    stops: bool = True


@dataclass(frozen=True, slots=True)
class PracticeReport:
    """A practice of the school: where it stands, and what it lacks before it can go to review."""

    practice: PracticePage
    title: str
    state: State
    lacks: tuple[str, ...] = ()
    percent: int = 100

    @property
    def is_there(self) -> bool:
        """Under review or published: nothing has to be sent."""
        return self.state in _THERE

    @property
    def can_go(self) -> bool:
        """Complete and past the gate of S4-09: it goes to review together with the book."""
        return not self.is_there and not self.lacks

    @property
    def why_not(self) -> str:
        """«„Один вопрос“: пустой раздел „Риски“.»"""
        return f"«{self.title}»: {' '.join(self.lacks)}"


def practice_reports(practices: Iterable[PracticePage]) -> list[PracticeReport]:
    """A report for each; the draft is read of those alone that are still being written."""
    found = list(practices)
    last = last_stages(found)
    return [_report(practice, standing_after(practice, last.get(practice.pk)).state) for practice in found]


def _report(practice: PracticePage, state: State) -> PracticeReport:
    if state in _THERE:
        return PracticeReport(practice, practice.title, state)
    draft = practice.get_latest_revision_as_object()
    rejected = [_("Отклонена при проверке: сначала верните её в работу.")]
    lacks = rejected if state == State.REJECTED else obstacles(draft)
    return PracticeReport(practice, draft.title, state, tuple(lacks), completeness(draft))


def chosen_reports(choice: Choice) -> list[PracticeReport]:
    """The reports of the ticked practices, in the order of the book."""
    found = PracticePage.objects.select_related("latest_revision").in_bulk(list(choice.practices))
    return practice_reports(found[pk] for pk in choice.practices if pk in found)


def findings(book: YearBook, choice: Choice, on: date) -> list[Finding]:
    """Everything that stands between this book and the centre, in the order of its parts."""
    cover = cover_of(book.organisation, on, book)
    return [
        *_about_results(book, choice),
        *_about_materials(choice),
        *_about_practices(choice),
        *_about_people(choice, cover),
    ]


def stops(found: Iterable[Finding]) -> list[str]:
    """The words of those that keep the book at the school."""
    return [finding.words for finding in found if finding.stops]


def _about_results(book: YearBook, choice: Choice) -> Iterator[Finding]:
    if not choice.words.get("achieved", "").strip():
        yield Finding(1, _("Часть 1. Напишите, чего добились за год: цифры сами этого не скажут."))
    if not choice.words.get("failures", "").strip():
        yield Finding(1, _("Часть 1. Расскажите, что не получилось: чужие ошибки берегут время соседям."), False)
    if results_of(book.organisation, book.school_year).is_empty:
        yield Finding(1, _("Часть 1. За этот год на сайте ничего не записано: проверьте пары и программы."), False)


def _about_materials(choice: Choice) -> Iterator[Finding]:
    if not choice.materials and not choice.words.get("materials_words", "").strip():
        yield Finding(2, _("Часть 2 пуста. Отметьте хотя бы один материал или напишите, почему их нет."))
    for title in hidden_pages(it.pk for it in choice.materials if it.name == "page"):
        yield Finding(
            2,
            _("Часть 2. «%(title)s» снята с сайта или осталась черновиком. Опубликуйте её или снимите отметку.")
            % {"title": title},
        )
    nameless = sum(it.name == "image" and not it.alt.strip() for it in choice.materials)
    if nameless:
        yield Finding(2, _("Часть 2. Опишите каждую картинку словами: без описаний – %(count)d.") % {"count": nameless})


def _about_practices(choice: Choice) -> Iterator[Finding]:
    if not choice.practices and not choice.words.get("practices_words", "").strip():
        yield Finding(3, _("Часть 3 пуста. Отметьте хотя бы одну практику или напишите, почему их нет."))


def _about_people(choice: Choice, cover: Cover) -> Iterator[Finding]:
    texts = [*choice.words.values(), *(it.caption for it in choice.materials), *(it.alt for it in choice.materials)]
    found = dict.fromkeys(name for text in texts for name in cover.found_in(text))
    for name in found:
        yield Finding(
            0, _("В тексте назван человек без действующего согласия: «%(name)s». Уберите имя.") % {"name": name}
        )
