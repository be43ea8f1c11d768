"""An act as it travels: its passport, its clauses, what it rests on, and the document itself."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bestpractices.practices.grounds import with_note
from bestpractices.republication.documents import Block, Section
from bestpractices.republication.kinds import Description, Kind
from bestpractices.republication.sources.parts import bullets, facts, file, paragraphs, said, section
from cms.acts.models import ActPage
from cms.acts.pieces import PublicAct
from cms.acts.presenters import present


def describe(page: ActPage) -> Description:
    """The sections of an act, and who issued it."""
    return Description(sections=said(_sections(page, present(page))), organisation=page.issuer)


def _sections(page: ActPage, act: PublicAct) -> Iterator[Section | None]:
    yield section("act", _("Документ"), facts([(_("Название"), act.heading), (_("Издан"), act.issued), *act.facts]))
    clauses = "\n\n".join(f"{clause.number} {clause.text}" for clause in act.clauses)
    yield section("clauses", _("Что решено"), paragraphs("\n\n".join(act.preamble)), paragraphs(clauses))
    yield section(
        "grounds", _("На основании"), bullets(with_note(link.text, link.note) for link in act.relations.grounds)
    )
    for number, appendix in enumerate(act.appendices, 1):
        yield section(f"appendix-{number}", appendix.title, paragraphs("\n\n".join(appendix.paragraphs)))
    yield section("files", _("Файлы"), *_files(page))


def _files(page: ActPage) -> Iterator[Block | None]:
    for part in page.attachments.all():
        if part.document is not None:
            yield file(part.document, part.title)


KIND = Kind("act", _("Нормативный акт"), ActPage, describe, frozen=frozenset({"state"}))
