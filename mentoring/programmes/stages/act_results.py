"""What became of the acts in which stages result: in force or not, withdrawn from the site, deleted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.acts.standing import Standing, standings
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
    public = standings([result.act_id for result in of_acts if result.act_id], timezone.localdate())
    return {result.pk: _fate(result, public) for result in of_acts}


def _fate(result: StageResult, public: dict[int, Standing]) -> ActFate:
    if result.act_id is None:
        return ActFate(False, note=_("акт удалён"))
    found = public.get(result.act_id)
    if found is None:
        return ActFate(False, note=_("акт снят с сайта"))
    return ActFate(True, found.act.get_url() or "", found.note)
