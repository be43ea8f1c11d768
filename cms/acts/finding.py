"""How acts are found: by their number in any spelling, and by level, kind, issuer, state and model of mentoring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from cms.acts.asking import told_by
from cms.acts.citing import citation
from cms.acts.enums import ActState, Kind, Level, MentoringModel
from cms.acts.graph import ActGraph
from cms.acts.regions import other_region
from cms.acts.words import state_words_of
from cms.pages.facets import PageFacet, choices
from cms.pages.findable import Found, FoundAs, Related

if TYPE_CHECKING:
    from cms.acts.models import ActPage

FOUND_AS = FoundAs("act", _("Нормативные акты"))


def issuer_code(issuer: str) -> str:
    """The code of an issuer in addresses."""
    return slugify(issuer, allow_unicode=True)[:80].strip("-")


def issuers() -> Mapping[str, str]:
    """Who issued the acts that may be read now, by code."""
    from cms.acts.models import ActPage

    names = ActPage.objects.public_now().exclude(issuer="").order_by("issuer").values_list("issuer", flat=True)
    return {issuer_code(name): name for name in names.distinct()}


FACETS = (
    PageFacet("level", _("Уровень"), choices(Level)),
    PageFacet("act", _("Вид документа"), choices(Kind)),
    PageFacet(
        "issuer",
        _("Кто издал"),
        issuers,
        forms=(_("орган"), _("органа"), _("органов")),
        search_label=_("Название органа"),
        long=True,
        is_folded=True,
    ),
    PageFacet("state", _("Состояние"), choices(ActState)),
    PageFacet("model", _("Модель наставничества"), choices(MentoringModel)),
)

#: An act's state hangs on the relations of others, and on whether these others may be read.
FOUND_WITH = (
    Related("cms.ActRelation", column="target_id"),
    Related("cms.ActParagraph", column="act_id"),
    Related("cms.ActAttachment", column="act_id"),
    Related("wagtailcore.Page", lookup="incoming__act", when=("live", "expire_at")),
)


def found(act: ActPage, plain: Found) -> Found:
    """What the search knows of an act today; it asks again on the day on which the state changes."""
    today = timezone.localdate()
    graph = ActGraph.into(act)
    stranger = other_region(act)
    state = graph.state(act.pk, act.begins, today, act.ends)
    codes: dict[str, tuple[str, ...]] = {
        "level": (act.level,),
        "act": (act.kind,),
        "issuer": (issuer_code(act.issuer),) if act.issuer else (),
        "state": (state.value,),
        "model": tuple(act.mentoring_models),
    }
    return replace(
        plain,
        words=told_by(act),
        text="\n".join(texts(act)),
        facts=(citation(act), *((_g("акт %(region)s") % {"region": stranger},) if stranger else ())),
        day=act.date,
        facets=codes,
        until=next_change(act, graph, today),
        card={"state": state.value, "state_words": state_words_of(act, graph, today), "other_region": stranger},
    )


def texts(act: Any) -> list[str]:
    """What else of the act may be searched."""
    inner = [part.text for part in act.paragraphs.all()] + [
        f"{part.title} {part.text}" for part in act.attachments.all()
    ]
    return [text for text in (act.official_title, act.issuer, act.preamble, *inner) if text]


def next_change(act: Any, graph: ActGraph, today: date) -> date | None:
    """The last day of the present state, where its end is known."""
    after = act.ends + timedelta(days=1) if act.ends else None
    days = [act.begins, after, *(edge.since for edge in graph.back.get(act.pk, ()))]
    coming = [day for day in days if day is not None and day > today]
    return min(coming) - timedelta(days=1) if coming else None
