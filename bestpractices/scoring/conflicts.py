"""Who may not score a practice, and why: nobody judges their own school, their own pair, their own neighbours."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticePage
from bestpractices.scoring.models import Expert


def conflict(expert: Expert, practice: PracticePage) -> str:
    """Why this expert cannot score this practice, in words; empty if nothing stands in the way.

    Costs no query for a practice whose ``author_pairs__pair__mentees`` and ``coauthors`` are at hand.
    """
    if expert.municipality_id == practice.municipality_id:
        return _("Эксперт работает в том же муниципалитете.")
    if expert.organisation_id is not None and expert.organisation_id == practice.organisation_id:
        return _("Эксперт работает в той же организации.")
    if expert.user_id is not None and expert.user_id == practice.owner_id:
        return _("Эксперт сам писал эту практику.")
    if _is_an_author(expert, practice):
        return _("Эксперт входит в пару авторов.")
    return ""


def _is_an_author(expert: Expert, practice: PracticePage) -> bool:
    pairs = [author.pair for author in practice.author_pairs.all()]
    mentors = {pair.mentor_id for pair in pairs} | {author.mentor_id for author in practice.coauthors.all()}
    if expert.mentor_id in mentors:
        return True
    name = _folded(expert.full_name)
    return any(_folded(mentee.full_name) == name for pair in pairs for mentee in pair.mentees.all())


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("ё", "е").split())
