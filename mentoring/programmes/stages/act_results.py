"""What became of the acts in which stages result: in force, without force, withdrawn from the site, deleted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.acts.enums import ActState
from cms.acts.graph import ActGraph
from cms.acts.models import ActPage
from mentoring.programmes.stages.models import StageResult


@dataclass(frozen=True, slots=True)
class ActFate:
    """Whether visitors find the act, where, and what is to be said of it."""

    is_there: bool
    url: str = ""
    note: str = ""


def act_fates(results: Iterable[StageResult]) -> dict[int, ActFate]:
    """The fate of the act of each result by the result's key; results of other kinds are left out."""
    of_acts = [result for result in results if result.document_id is None and not result.file]
    if not of_acts:
        return {}
    ids = [result.act_id for result in of_acts if result.act_id]
    public, graph = ActPage.objects.public_now().in_bulk(ids), ActGraph.load()
    return {result.pk: _fate(result, public, graph) for result in of_acts}


def _fate(result: StageResult, public: dict[int, ActPage], graph: ActGraph) -> ActFate:
    if result.act_id is None:
        return ActFate(False, note=_("акт удалён"))
    act = public.get(result.act_id)
    if act is None:
        return ActFate(False, note=_("акт снят с сайта"))
    lost = graph.state(act.pk, act.begins, timezone.localdate()) == ActState.CANCELLED
    return ActFate(True, act.get_url() or "", _("акт утратил силу") if lost else "")
