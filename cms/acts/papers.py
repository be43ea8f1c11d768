"""An act on paper: the same words in the official style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _

from cms.acts.citing import short_citation
from cms.acts.enums import Kind
from cms.acts.pieces import Appendix
from cms.acts.presenters import appendices, clauses, present
from cms.papers.responses import docx_response, pdf_response
from cms.papers.words import (
    Approval,
    Facts,
    Heading,
    Letterhead,
    NewSheet,
    Numbered,
    Paper,
    Paragraph,
    Part,
    Remark,
    Signature,
    Strong,
    Style,
    paragraphs_of,
)

if TYPE_CHECKING:
    from cms.acts.models import ActPage

#: What stands for a value that nobody has entered yet; the blank hunter finds it.
BLANK = "____"

#: The word before the paragraphs, by kind; other kinds have none.
VERBS = {Kind.ORDER: "ПРИКАЗЫВАЮ:"}


def act_paper(act: ActPage) -> Paper:
    """The order as it is signed, or, where only the card of an act is entered, that card."""
    is_text = act.paragraphs.all() and (act.preamble or act.signatory_post)
    return order_paper(act) if is_text else card_paper(act)


def card_paper(act: ActPage) -> Paper:
    """What the site holds of an act, its words first, in the site's own look."""
    shown = present(act)
    links = shown.relations
    rows = (
        (_("На основании"), links.grounds),
        (_("На него опираются"), links.issued),
        (_("Чем отменён"), links.cancelled_by),
        (_("Чем изменён"), links.changed_by),
        (_("Отменяет"), links.cancels),
        (_("Изменяет"), links.amends),
    )
    said = [(label, "; ".join(link.text for link in those)) for label, those in rows]
    alarms = [Remark(f"{alarm.lead} {alarm.text} {alarm.link}".strip()) for alarm in shown.alarms]
    return Paper(
        title=act.title,
        subtitle=shown.issued,
        bank=_("Нормативные акты"),
        parts=(
            *alarms,
            Paragraph(shown.heading),
            Paragraph(act.lead),
            *(Paragraph(text) for text in shown.preamble),
            *(Numbered(clause.number, clause.text, clause.depth) for clause in shown.clauses),
            *(part for appendix in appendices(act) for part in _appendix(appendix)),
            Facts([(_("Состояние"), shown.state_words), *shown.facts, *said, (_("Как сослаться"), shown.citation)]),
        ),
    )


def order_paper(act: ActPage) -> Paper:
    """Letterhead, title, preamble, paragraphs, control, signature, then each appendix on a sheet of its own."""
    parts: list[Part] = [Paragraph(text) for text in paragraphs_of(act.preamble)]
    operative = clauses(act)
    if operative and act.kind in VERBS:
        parts.append(Paragraph([Strong(VERBS[Kind(act.kind)])]))
    parts += [Numbered(clause.number, clause.text, clause.depth) for clause in operative]
    parts.append(Signature(act.signatory_post or BLANK, act.signatory_name))
    for appendix in appendices(act):
        parts += [NewSheet(), *_appendix(appendix)]
    return Paper(
        title=act.official_title or act.title,
        parts=parts,
        style=Style.OFFICIAL,
        author=act.issuer,
        letterhead=Letterhead(
            issuer=act.issuer or BLANK,
            kind=str(Kind(act.kind).label).upper(),
            date=f"{act.date:%d.%m.%Y}" if act.date else BLANK,
            number=act.number or BLANK,
        ),
    )


def _appendix(appendix: Appendix) -> Iterator[Part]:
    if appendix.approval:
        yield Approval(appendix.approval)
    yield Heading(appendix.title, 1)
    yield from (Paragraph(text) for text in appendix.paragraphs)


def act_pdf(act: ActPage) -> HttpResponse:
    """The PDF, shown in the browser."""
    return pdf_response(act_paper(act), _file_name(act))


def act_docx(act: ActPage) -> HttpResponse:
    """The DOCX, to be saved."""
    return docx_response(act_paper(act), _file_name(act))


def _file_name(act: ActPage) -> str:
    return short_citation(act).replace("№\u00a0", "") or _("Нормативный акт")
