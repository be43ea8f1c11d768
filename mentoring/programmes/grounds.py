"""The acts that a programme rests on, with what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cms.acts.enums import ActState
from cms.acts.standing import Standing, standings

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage


@dataclass(frozen=True, slots=True)
class Ground:
    """An act that the programme rests on; ``url`` is empty where visitors find no page of it here.

    ``note`` says, in the words of the act's own page, that it is not in force.
    """

    text: str
    url: str = ""
    note: str = ""
    is_cancelled: bool = False

    @property
    def told(self) -> str:
        """The act in a line without links: «Приказ № 5 (утратил силу)»."""
        return f"{self.text} ({self.note})" if self.note else self.text


def grounds_of(page: ProgrammePage, on: date) -> tuple[Ground, ...]:
    """The grounds in their order; a public act is a link and says if it is not in force."""
    rows = list(page.grounds.all())
    wanted = [row.act_id for row in rows if row.act_id]
    if not wanted:
        return tuple(Ground(str(row)) for row in rows)
    acts = standings(wanted, on)
    return tuple(_ground(str(row) if row.act_id in acts else row.citation, acts.get(row.act_id)) for row in rows)


def _ground(text: str, standing: Standing | None) -> Ground:
    if standing is None:
        return Ground(text)
    return Ground(text, standing.act.get_url() or "", standing.note, standing.state == ActState.CANCELLED)
