"""What the page of an act says: words only, in a number of queries that does not grow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.acts import words
from cms.acts.alarms import alarms
from cms.acts.citing import short_citation
from cms.acts.dates import read_day
from cms.acts.enums import Level, RelationKind
from cms.acts.graph import ActGraph, Edge
from cms.acts.known import KnownActs
from cms.acts.on_day import on_day
from cms.acts.pieces import ActLink, Appendix, Clause, FileWords, PublicAct, Relations
from cms.acts.regions import other_region
from cms.papers.words import paragraphs_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from cms.acts.models import ActPage
    from cms.acts.parts import ActAttachment


#: Where federal and regional acts are published.
PORTAL = "http://publication.pravo.gov.ru/"


def present(act: ActPage, request: HttpRequest | None = None) -> PublicAct:
    """The act as it stands today; a draft in a preview as it would be."""
    today = timezone.localdate()
    graph = ActGraph.load()
    graph.put(act)
    known = KnownActs.around(act, graph, request, today)
    asked = read_day(request.GET.get("date", "") if request else "", today)
    base = act.get_url(request) or ""
    has_text = act.has_text
    official_url, official_words = official_link(act, has_text=has_text)
    return PublicAct(
        eyebrow=words.eyebrow(act),
        heading=act.official_title or act.title,
        issued=words.issued_line(act),
        short=short_citation(act),
        state=graph.state(act.pk, act.begins, today, act.ends),
        state_words=words.state_words_of(act, graph, today),
        alarms=alarms(act, graph, known, today),
        relations=relations(act.pk, graph, known),
        on_day=on_day(act, graph, known, asked, today) if act.date else None,
        facts=tuple(facts(act)),
        preamble=tuple(paragraphs_of(act.preamble)),
        clauses=clauses(act),
        appendices=appendices(act),
        files=tuple(file_words(part) for part in act.attachments.all() if part.document),
        citation=act.citation,
        has_text=has_text,
        official_url=official_url,
        official_words=official_words,
        other_region=other_region(act, known.own_region),
        pdf_url=f"{base}pdf/" if has_text else "",
        docx_url=f"{base}docx/" if has_text else "",
    )


def relations(act: int, graph: ActGraph, known: KnownActs) -> Relations:
    """Both directions of every relation; who cancels an act and who rests on it is never entered by hand."""
    onward, back = graph.onward.get(act, []), graph.back.get(act, [])

    def those(edges: list[Edge], kinds: set[str]) -> tuple[ActLink, ...]:
        return tuple(known.target(edge) for edge in edges if edge.kind in kinds)

    def others(edges: list[Edge], kinds: set[str]) -> tuple[ActLink, ...]:
        return tuple(known.source(edge) for edge in edges if edge.kind in kinds)

    grounds = {RelationKind.RESTS_ON.value, RelationKind.IMPLEMENTS.value}
    return Relations(
        grounds=those(onward, grounds),
        issued=others(back, grounds),
        amends=those(onward, {RelationKind.AMENDS.value}),
        changed_by=others(back, {RelationKind.AMENDS.value}),
        cancels=those(onward, {RelationKind.CANCELS.value}),
        cancelled_by=others(back, {RelationKind.CANCELS.value}),
    )


def facts(act: Any) -> list[tuple[str, str]]:
    """The act in short: what it does, who controls, who signed."""
    signed = " ".join(part for part in (act.signatory_post, act.signatory_name) if part)
    models = ", ".join(type(act)._meta.get_field("mentoring_models").labels(act.mentoring_models))
    return [
        *words.deeds(act),
        (_("Контроль"), act.control),
        (_("Подпись"), signed),
        (_("Модели"), models),
        (_("Учебный год"), words.school_year_words(act.school_year)),
    ]


def official_link(act: Any, *, has_text: bool) -> tuple[str, str]:
    """Where the act was published officially; of one that has neither words nor link here, where to look for it."""
    if act.official_url:
        return act.official_url, _("Официальная публикация")
    if has_text or act.level not in (Level.FEDERAL, Level.REGIONAL):
        return "", ""
    return PORTAL, _("Искать на официальном портале правовой информации")


def clauses(act: Any) -> tuple[Clause, ...]:
    """The operative paragraphs with their own numbers."""
    return tuple(
        Clause(f"{part.number.rstrip('.')}.", part.text, 2 if "." in part.number.rstrip(".") else 1)
        for part in act.paragraphs.all()
    )


def appendices(act: Any) -> tuple[Appendix, ...]:
    """The appendices whose text stands on the page."""
    return tuple(
        Appendix(part.title, words.approval_lines(act) if part.is_appendix else (), tuple(paragraphs_of(part.text)))
        for part in act.attachments.all()
        if part.text.strip()
    )


def file_words(part: ActAttachment) -> FileWords:
    """A file with its size and its sum."""
    document: Any = part.document
    since = words.long_date(part.unchanged_since) if part.unchanged_since else ""
    genuine = _("Файл не менялся с %(day)s.") % {"day": since} if since else ""
    if part.is_replaced:
        genuine = _("Файл заменён после публикации акта. Контрольная сумма относится к прежнему.")
    size = filesizeformat(part.size) if part.size is not None else ""
    about = ", ".join(word for word in (document.file_extension.upper(), size) if word)
    return FileWords(part.title, document.url, about, part.sha256, genuine, part.is_replaced)
