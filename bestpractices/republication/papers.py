"""A copy on paper: the words of its page, and the whole way that they came, with every checksum in full."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bestpractices.republication.documents import (
    Block,
    FactsBlock,
    FileBlock,
    Hop,
    PictureBlock,
    TableBlock,
    TextBlock,
)
from bestpractices.republication.models import KeptFile
from bestpractices.republication.plain import text_parts, words_of
from bestpractices.republication.presenters import CopyView
from cms.papers.words import (
    Facts,
    Heading,
    Link,
    Numbered,
    Paper,
    Paragraph,
    Part,
    Picture,
    Source,
    Table,
    TwoVoices,
    Voice,
)

#: Kinds of pictures that a paper takes.
PRINTED_TYPES = ("image/jpeg", "image/png")


def copy_paper(title: str, lead: str, copy: CopyView) -> Paper:
    """The whole copy under its own title as one paper."""
    return Paper(
        title=title,
        subtitle=", ".join(filter(None, [*copy.document.authors, copy.document.organisation])),
        bank=copy.hops[-1].holder,
        sources=tuple(Source(hop.holder, hop.on) for hop in copy.hops),
        parts=(*([Paragraph(lead)] if lead else []), *_said(copy), *_way(copy)),
    )


def _said(copy: CopyView) -> Iterator[Part]:
    for section in copy.document.sections:
        yield Heading(section.title)
        for block in section.blocks:
            yield from _parts(block, section.title)


def _parts(block: Block, heading: str) -> Iterator[Part]:
    if isinstance(block, TextBlock):
        yield from text_parts(block.html)
    elif isinstance(block, FactsBlock):
        yield Facts([(fact.name, fact.words) for fact in block.facts])
    elif isinstance(block, TableBlock):
        yield Table(block.head, block.rows)
    elif isinstance(block, FileBlock):
        yield Paragraph(_("Файл: %(title)s (%(name)s)") % {"title": block.title, "name": block.name})
        yield Paragraph(checksum(block.sha256))
    elif isinstance(block, PictureBlock):
        yield _picture(block)
    else:
        silence = _("На этот вопрос ответа нет.")
        if block.question != heading:
            yield Heading(block.question, 3)
        yield TwoVoices(
            Voice(_("Наставник"), words_of(block.mentor), silence),
            Voice(_("Наставляемый"), words_of(block.mentee), silence),
        )


def _picture(block: PictureBlock) -> Part:
    """The picture itself where paper can show its kind."""
    kept = KeptFile.objects.filter(sha256=block.sha256, content_type__in=PRINTED_TYPES).first()
    if kept is None:
        return Paragraph(_("Картинка на странице: %(words)s") % {"words": block.alt})
    with kept.file.open("rb") as file:
        return Picture(file.read(), block.alt)


def _way(copy: CopyView) -> Iterator[Part]:
    yield Heading(_("Путь материала"))
    for number, hop in enumerate(copy.hops, 1):
        is_here = number == len(copy.hops)
        holder = Link(hop.holder, hop.url) if hop.url and not is_here else hop.holder
        yield Numbered(f"{number}.", [holder, f", {_told(hop)}"])
        yield Numbered("", checksum(hop.sha256))


def _told(hop: Hop) -> str:
    day = _("%(day)s года") % {"day": date_format(hop.on, "j E Y")}
    editor = _("публикует: %(editor)s") % {"editor": hop.editor} if hop.editor else ""
    licence = _("можно брать: %(licence)s") % {"licence": hop.licence} if hop.licence else ""
    return "; ".join(filter(None, (day, editor, licence))) + "."


def checksum(sha256: str) -> str:
    """A checksum that breaks across lines and can be compared by eye: in groups of eight."""
    groups = [sha256[start : start + 8] for start in range(0, len(sha256), 8)]
    return _("Контрольная сумма: %(sum)s") % {"sum": " ".join(groups)}
