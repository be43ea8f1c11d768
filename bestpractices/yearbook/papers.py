"""A book on paper: contents, then three great parts, in the words of its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from bestpractices.yearbook.presenting import RENDITION
from bestpractices.yearbook.view import BookView, MaterialView, Paragraphs, PracticeView, ResultsView
from cms.appearance.centre import current_centre
from cms.mailing.addresses import absolute
from cms.papers.words import (
    Bullets,
    Facts,
    Heading,
    Link,
    NewSheet,
    Numbered,
    Paper,
    Paragraph,
    Part,
    Picture,
    Remark,
    Source,
    Strong,
    Table,
    Words,
)


def part_titles() -> tuple[str, str, str]:
    """The names of the three parts."""
    return _("Итоги года"), _("Материалы встреч и событий"), _("Лучшие практики")


def book_paper(view: BookView) -> Paper:
    """The whole book as one paper."""
    first, second, third = part_titles()
    sent: date | None = timezone.localdate(view.sent_at) if view.sent_at else None
    return Paper(
        title=view.title,
        subtitle=view.place,
        bank=current_centre().name,
        author=view.organisation.short_name,
        sources=(Source(view.organisation.short_name, sent),),
        parts=(
            *_opening(view),
            NewSheet(),
            Heading(f"1. {first}", 1),
            *_results(view.results),
            *(part for title, text in view.told for part in (Heading(title), *_prose(text))),
            NewSheet(),
            Heading(f"2. {second}", 1),
            *_prose(view.materials_words),
            *(part for it in view.materials for part in _material(it)),
            NewSheet(),
            Heading(f"3. {third}", 1),
            *_prose(view.practices_words),
            *(part for it in view.practices for part in _practice(it)),
            *([Paragraph(view.pending)] if view.pending else []),
        ),
    )


def _opening(view: BookView) -> Iterator[Part]:
    yield from _prose(view.foreword)
    yield Heading(_("Содержание"))
    inner = (
        [title for title, _text in view.told],
        [it.title for it in view.materials if not it.is_picture],
        [it.title for it in view.practices],
    )
    for number, (title, lines) in enumerate(zip(part_titles(), inner, strict=True), 1):
        yield Numbered(f"{number}.", [Strong(title)])
        for place, line in enumerate(lines, 1):
            yield Numbered(f"{number}.{place}.", line, level=2)


def _results(results: ResultsView) -> Iterator[Part]:
    if results.silence:
        yield Paragraph(results.silence)
        return
    yield Facts([(tile.label, str(tile.figure)) for tile in results.tiles])
    if results.forms:
        yield Heading(_("Пары по формам"))
        head = [_("Форма"), _("Работали"), _("Начали"), _("Завершили"), _("Досрочно"), _("Продолжают")]
        rows: list[list[Words]] = [
            [it.form, *(str(n or "–") for n in (it.worked, it.opened, it.completed, it.ended, it.going_on))]
            for it in results.forms
        ]
        yield Table(head, rows, widths=(4, 2, 2, 2, 2, 2.2), right=(1, 2, 3, 4, 5))
    if results.people or results.others:
        yield Heading(_("Наставники года"))
        names = ", ".join(person.name for person in results.people)
        yield Paragraph(f"{names} {results.others}".strip())
    if results.trained:
        yield Paragraph(results.trained)
    if results.applied:
        yield Heading(_("Взяли практики других"))
        yield Bullets(results.applied)
    yield from _programmes(results)
    if results.duets:
        yield Heading(_("Дуэты года"))
        yield Bullets([[f"{it.month}: ", *_linked(it.title, it.url)] for it in results.duets])


def _programmes(results: ResultsView) -> Iterator[Part]:
    if not results.programmes:
        return
    yield Heading(_("Программы"))
    for programme in results.programmes:
        yield Paragraph(_linked(programme.title, programme.url))
        rows: list[list[Words]] = [[stage.title, "; ".join(stage.documents) or "–"] for stage in programme.closed]
        if rows:
            yield Table([_("Закрытый этап"), _("Документы")], rows, widths=(4, 6))
        else:
            yield Paragraph(_("Закрытых этапов пока нет."))


def _material(it: MaterialView) -> Iterator[Part]:
    if not it.is_picture:
        yield Heading(it.title)
        yield Paragraph(", ".join(filter(None, (it.kind.capitalize(), it.when))))
        if it.lead:
            yield Paragraph(it.lead)
        if it.url:
            yield Paragraph(_linked(_("Открыть на сайте"), it.url))
        if it.caption:
            yield Paragraph(it.caption)
    if it.image is not None:
        yield _picture(it)


def _picture(it: MaterialView) -> Part:
    """The picture itself; its words where the file cannot be read."""
    try:
        with it.image.get_rendition(RENDITION).file.open("rb") as file:
            return Picture(file.read(), it.alt, it.caption if it.is_picture else "")
    except (SourceImageIOError, OSError, InvalidFilterSpecError):
        return Paragraph(it.caption or it.alt)


def _practice(it: PracticeView) -> Iterator[Part]:
    yield Heading(it.title)
    if it.state:
        yield Paragraph([Strong(it.state)])
    if it.lead:
        yield Paragraph(it.lead)
    authors = ", ".join(person.name for person in it.people)
    yield Facts([(_("Авторы"), f"{authors} {it.others}".strip())])
    for title, text in it.prose:
        yield Heading(title, 3)
        yield from _prose(text)
    if it.failures:
        yield Heading(_("Что не получилось"), 3)
        yield Remark("\n".join(it.failures))
    if it.figures:
        yield Heading(_("План и факт"), 3)
        rows: list[list[Words]] = [[row.name, row.plan, [Strong(row.fact)], row.gap] for row in it.figures]
        yield Table(
            [_("Показатель"), _("План"), _("Факт"), _("Разница")], rows, widths=(6, 1.3, 1.3, 1.8), right=(1, 2, 3)
        )
        yield Paragraph(it.verdict)
    if it.url:
        yield Paragraph(_linked(_("Практика целиком"), it.url))


def _prose(text: Paragraphs) -> Iterator[Part]:
    for paragraph in text:
        yield Paragraph(paragraph)


def _linked(words: str, url: str) -> list[str | Strong | Link]:
    """The words with their whole address; plain where they lead nowhere."""
    return [Link(words, absolute(url) if url.startswith("/") else url)] if url else [words]
