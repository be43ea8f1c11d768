"""A practice on paper: the same words as its page."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from bestpractices.practices.enums import Part
from bestpractices.practices.grounds import with_note
from bestpractices.practices.pages import PracticeView
from cms.papers.words import Facts, Heading, Numbered, Paper, Paragraph, Remark, Source, Strong, Table, Words
from cms.papers.words import Part as PaperPart


def practice_paper(view: PracticeView) -> Paper:
    """The whole practice as one paper."""
    page = view.page
    published = timezone.localdate(page.last_published_at) if page.last_published_at else None
    return Paper(
        title=page.title,
        subtitle=", ".join(
            filter(None, [*(author.name for author in view.authors.named), str(page.organisation or "")])
        ),
        bank=_("Банк лучших практик"),
        sources=_sources(view, published),
        parts=practice_parts(view),
    )


def practice_parts(view: PracticeView, level: int = 2) -> tuple[PaperPart, ...]:
    """The parts of a practice, with headings from ``level`` on; the year book puts many of them into one paper."""
    return (
        *([Paragraph(view.page.lead)] if view.page.lead else []),
        *_figures(view, level),
        Heading(_("Паспорт"), level),
        Facts([*view.facts, *_grounds(view), (_("Можно брать"), str(view.page.get_licence_display()))]),
        *_steps(view, level),
        *_prose(view, Part.RESULT, _("Что вышло"), level),
        Heading(_("Что не получилось"), level),
        Remark(view.page.failures),
        *_prose(view, Part.RISKS, _("Риски"), level),
        Paragraph(view.citation),
    )


def _grounds(view: PracticeView) -> list[tuple[str, str]]:
    told = ", ".join(with_note(ground.words, ground.note) for ground in view.grounds)
    return [(_("Основание"), told)] if told else []


def _figures(view: PracticeView, level: int) -> list[PaperPart]:
    if not view.figures:
        return []
    rows: list[list[Words]] = [[it.name, it.plan, [Strong(it.fact)], it.gap] for it in view.figures]
    head = [_("Показатель"), _("План"), _("Факт"), _("Разница")]
    table = Table(head, rows, widths=(6, 1.3, 1.3, 1.8), right=(1, 2, 3))
    return [Heading(_("План и факт"), level), table, Paragraph(view.verdict)]


def _steps(view: PracticeView, level: int) -> list[PaperPart]:
    told = [
        Numbered(f"{number}.", f"{text} ({duration})" if duration else text)
        for number, (duration, text) in enumerate(view.steps, 1)
    ]
    return [Heading(_("Как устроено"), level), *told] if told else []


def _prose(view: PracticeView, part: Part, title: str, level: int) -> list[PaperPart]:
    paragraphs = view.passages[part].paragraphs
    return [Heading(title, level), *(Paragraph(text) for text in paragraphs)] if paragraphs else []


def _sources(view: PracticeView, published: date | None) -> tuple[Source, ...]:
    places = [str(place) for place in (view.page.organisation, view.page.municipality) if place]
    return tuple(Source(place, published if number == len(places) else None) for number, place in enumerate(places, 1))
