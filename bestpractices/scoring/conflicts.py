"""Who may not score a practice, and why: nobody judges their own school, their own pair, their own neighbours."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticePage
from bestpractices.scoring.models import Expert
from cms.personal_names.comparing import is_same_person
from mentoring.bank.models import Mentor


def conflict(expert: Expert, practice: PracticePage) -> str:
    """Why this expert cannot score this practice, in words; empty if nothing stands in the way.

    Costs no query for a practice whose people are at hand (``with_people``).
    """
    if expert.municipality_id == practice.municipality_id:
        return _("Эксперт работает в том же муниципалитете.")
    if expert.organisation_id is not None and expert.organisation_id == practice.organisation_id:
        return _("Эксперт работает в той же организации.")
    if expert.user_id is not None and expert.user_id == practice.owner_id:
        return _("Эксперт сам писал эту практику.")
    if _is_an_author(expert, practice):
        return _("Эксперт входит в число авторов.")
    return ""


def _is_an_author(expert: Expert, practice: PracticePage) -> bool:
    """An author is known by the entry of the bank, the address or the name: not every expert has each."""
    pairs = [author.pair for author in practice.author_pairs.all() if author.pair_id is not None]
    mentors = [pair.mentor for pair in pairs]
    mentors += [author.mentor for author in practice.coauthors.all() if author.mentor_id is not None]
    if any(_is_this_mentor(expert, mentor) for mentor in mentors):
        return True
    return any(is_same_person(expert.full_name, mentee.full_name) for pair in pairs for mentee in pair.mentees.all())


def _is_this_mentor(expert: Expert, mentor: Mentor) -> bool:
    keys = ((expert.mentor_id, mentor.pk), (expert.email.lower(), mentor.email.lower()))
    return any(own and own == other for own, other in keys) or is_same_person(expert.full_name, mentor.full_name)
