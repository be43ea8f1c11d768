"""A programme on paper, in the words of its public page."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.appearance.centre import current_centre
from cms.papers.words import (
    Bullets,
    Facts,
    Heading,
    Link,
    Numbered,
    Paper,
    Paragraph,
    Part,
    Source,
    Table,
    TwoVoices,
    Voice,
)
from mentoring.programmes.presenters import PublicProgramme
from mentoring.programmes.stages.lines import StageLine


def programme_paper(programme: PublicProgramme, url: str) -> Paper:
    """The whole description as a document; ``url`` is the page's absolute address."""
    place = programme.organisation
    return Paper(
        title=programme.title,
        subtitle=f"{place.full_name if place else ''}, {programme.year}".strip(", "),
        bank=current_centre().name,
        sources=(Source(place.short_name),) if place else (),
        parts=(*_sense(programme), *_work(programme), *_course(programme), *_contacts(programme, url)),
    )


def _sense(programme: PublicProgramme) -> Iterator[Part]:
    if programme.lead:
        yield Paragraph(programme.lead)
    if programme.definition:
        yield Paragraph(programme.definition)
    if programme.aim:
        yield Heading(_("Цель"))
        yield Paragraph(programme.aim)
    if programme.goals:
        yield Bullets(programme.goals)
    if programme.tasks:
        yield Heading(_("Задачи"))
        for number, task in enumerate(programme.tasks, start=1):
            yield Numbered(f"{number}.", task)


def _work(programme: PublicProgramme) -> Iterator[Part]:
    if programme.mentors or programme.mentees:
        yield Heading(_("Кто участвует"))
        mentors, mentees = "; ".join(programme.mentors), "; ".join(programme.mentees)
        yield TwoVoices(Voice(_("Наставник"), mentors), Voice(_("Наставляемый"), mentees))
    if programme.forms:
        yield Heading(_("Формы пар"))
        head = [_("Форма"), _("Форматы работы"), _("Документы")]
        rows = [[form.label, "; ".join(form.formats), "; ".join(form.documents)] for form in programme.forms]
        yield Table(head, rows, widths=(2, 4, 4))
    yield Facts([(_("Виды наставничества"), programme.kinds), (_("Формы наставничества"), programme.mentoring_forms)])


def _course(programme: PublicProgramme) -> Iterator[Part]:
    yield Heading(_("Этапы"))
    rows = [
        [f"{line.stage.number}. {line.stage.title}", str(line.state.label), _results(line)] for line in programme.stages
    ]
    yield Table([_("Этап"), _("Состояние"), _("Документы")], rows, widths=(4, 2, 5))
    yield Heading(_("Циклограмма года"))
    year = [[deed.when, str(deed.row.activity), str(deed.row.result)] for deed in programme.deeds]
    yield Table([_("Когда"), _("Что делаем"), _("Что получится")], year, widths=(3, 5, 4))


def _contacts(programme: PublicProgramme, url: str) -> Iterator[Part]:
    if programme.grounds:
        yield Heading(_("На основании"))
        yield Bullets([ground.told for ground in programme.grounds])
    curator = programme.curator
    named = ", ".join(part for part in (curator.name, curator.post) if part)
    yield Heading(_("Куратор"))
    yield Facts([(_("Куратор"), named), (_("Телефон"), curator.phone), (_("Страница"), [Link(_("на сайте"), url)])])


def _results(line: StageLine) -> str:
    words = ((str(result.kind.label), result.note) for result in line.results)
    return "; ".join(f"{label} ({note})" if note else label for label, note in words)
