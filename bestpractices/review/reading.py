"""What a reader of a review sees: the revision under review, part by part, with what was said about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from bestpractices.practices.authors import authors
from bestpractices.practices.enums import Part
from bestpractices.practices.figures import Figure, figures
from bestpractices.practices.gate import gate_sentence, missed
from bestpractices.practices.models import PracticePage
from bestpractices.practices.telling import Passage, passages
from bestpractices.review.models import Remark
from cms.accounts.seen import stamp


@dataclass(frozen=True)
class Told:
    """A passage with its remarks and, where the reader may write one, the field for it."""

    passage: Passage
    remarks: tuple[Remark, ...]
    field: Any = None


@dataclass(frozen=True)
class Reading:
    """One revision of a practice as a reviewer reads it."""

    practice: PracticePage
    revision: Revision
    stamp: str
    told: tuple[Told, ...]
    figures: tuple[Figure, ...]
    figures_told: Told
    gate: str
    authors: str

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(told.passage.part for told in self.told)


def reading(practice: PracticePage, revision: Revision, *, form: Any = None, is_blind: bool = False) -> Reading:
    """The revision in words; ``form`` offers a field for a remark beside each part."""
    draft = revision.as_object()
    names = "" if is_blind else _names(draft)
    remarks = [] if is_blind else list(Remark.objects.about(practice).told())

    def about(part: Part) -> tuple[Remark, ...]:
        return tuple(remark for remark in remarks if remark.part == part)

    def told(passage: Passage) -> Told:
        field = form.remark_field(passage.part) if form is not None else None
        return Told(passage, about(passage.part), field)

    return Reading(
        practice=draft,
        revision=revision,
        stamp=stamp(revision),
        told=tuple(told(passage) for passage in (*_head(draft, names), *passages(draft, is_blind=is_blind))),
        figures=figures(draft.indicators.all()),
        figures_told=told(Passage(Part.INDICATORS, str(Part.INDICATORS.label))),
        gate=gate_sentence(missed(draft.indicators.all())),
        authors=names,
    )


def _head(draft: PracticePage, names: str) -> tuple[Passage, ...]:
    """What stands above the parts on the page: it is read and remarked on like them."""
    name = Passage(Part.NAME, str(Part.NAME.label), paragraphs=(draft.title, draft.lead))
    return (name, Passage(Part.AUTHORS, str(Part.AUTHORS.label), paragraphs=(names,))) if names else (name,)


def _names(draft: PracticePage) -> str:
    found = authors(draft, timezone.localdate())
    return " ".join(filter(None, [", ".join(author.name for author in found.named), found.others]))
