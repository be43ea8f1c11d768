"""The whole list of a section on one page, in groups (S0-04): by level, or by model of mentoring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.acts.enums import Level, MentoringModel
from cms.acts.graph import ActGraph
from cms.acts.known import KnownActs
from cms.acts.pieces import ActLink
from cms.acts.regions import other_region, own_region

if TYPE_CHECKING:
    from cms.acts.models import ActIndexPage, ActPage


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with its acts."""

    label: str
    acts: tuple[ActLink, ...]


def grouped_acts(index: ActIndexPage, request: Any, *, by_model: bool) -> list[Group]:
    """The groups that have acts, from the federal level to organisations, or model by model."""
    from cms.acts.models import ActPage

    home = index.get_parent()
    acts = list(ActPage.objects.public_now().inside(home.path).latest_first())
    known = KnownActs(acts, ActGraph.load(), request, timezone.localdate())
    groups = _by_model(acts) if by_model else _by_level(acts)
    return [Group(str(label), tuple(known.link(act.pk) for act in inside)) for label, inside in groups if inside]


def _by_level(acts: list[ActPage]) -> Iterator[tuple[str, list[ActPage]]]:
    own = own_region()
    strangers = {act.pk for act in acts if other_region(act, own)}
    for level in Level:
        yield capfirst(str(level.label)), [act for act in acts if act.level == level and act.pk not in strangers]
    yield _("Другие регионы"), [act for act in acts if act.pk in strangers]


def _by_model(acts: list[ActPage]) -> Iterator[tuple[str, list[ActPage]]]:
    for model in MentoringModel:
        yield capfirst(str(model.label)), [act for act in acts if model in act.mentoring_models]
    yield _("Без модели"), [act for act in acts if not act.mentoring_models]
