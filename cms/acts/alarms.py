"""What a reader must know before relying on an act: it lost force, its ground did, its ground was changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cms.acts.graph import ActGraph, Loss
from cms.acts.known import KnownActs
from cms.acts.pieces import Alarm
from cms.acts.words import long_date

if TYPE_CHECKING:
    from cms.acts.models import ActPage


def alarms(act: ActPage, graph: ActGraph, known: KnownActs, today: date) -> tuple[Alarm, ...]:
    """The notices over the act; one that is cancelled itself needs no others."""
    ending = graph.ended_by(act.pk)
    if ending is not None and ending.counts(today):
        link = known.source(ending)
        lead = _("Акт утратил силу.")
        text = _("Он не действует с %(day)s.") % {"day": long_date(ending.since)} if ending.since else ""
        return (Alarm(lead, f"{text} {_('Его отменяет')}".strip(), link.url, link.text),)
    lost = graph.lost_grounds(act.pk, today)
    return (*(_lost(loss, known) for loss in lost), *_changed(act, graph, known, today, {loss.ground for loss in lost}))


def _lost(loss: Loss, known: KnownActs) -> Alarm:
    ground, by = known.link(loss.ground), known.source(loss.by)
    day = long_date(loss.by.since) if loss.by.since else _("дня отмены")
    values = {"ground": ground.text, "day": day}
    if loss.through:
        values["through"] = ", ".join(known.link(step).text for step in loss.through)
        text = _(
            "«%(ground)s» не действует с %(day)s. На него опирается %(through)s, а на тот – этот акт. Отменяет его"
        )
    else:
        text = _("«%(ground)s», на который опирается этот акт, не действует с %(day)s. Отменяет его")
    return Alarm(_("Основание утратило силу."), text % values, by.url, by.text)


def _changed(act: ActPage, graph: ActGraph, known: KnownActs, today: date, lost: set[int]) -> Iterator[Alarm]:
    for edge in graph.grounds(act.pk):
        if edge.target is None or edge.target in lost:
            continue
        later = [
            change
            for change in graph.changed_by(edge.target)
            if change.since and change.counts(today) and (act.begins is None or change.since > act.begins)
        ]
        if later:
            change = later[-1]
            values = {"ground": known.link(edge.target).text, "day": long_date(change.since)}  # type: ignore[arg-type]
            text = _("«%(ground)s», на который опирается этот акт, изменён с %(day)s.") % values
            yield Alarm(_("Проверьте основание."), text, known.source(change).url, _("Что изменилось"))
