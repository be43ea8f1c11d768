"""Entries that came without a basis of publication, and become public by a later file that states one."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mentoring.bank.enums import CandidateSource, SelectionState
from mentoring.bank.imports.options import ConsentBasis
from mentoring.bank.imports.snapshots import row_is_newest
from mentoring.bank.imports.verdicts import Change
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent


def admissible(mentors: Iterable[Mentor]) -> set[int]:
    """Candidates from files about whom no consent was ever recorded: a withdrawn one is not revived by a list."""
    waiting = [
        mentor
        for mentor in mentors
        if mentor.source == CandidateSource.IMPORT
        and mentor.selection_state == SelectionState.CANDIDATE
        and not mentor.live
        and row_is_newest(mentor)
    ]
    keys = {mentor.pk for mentor in waiting}
    return keys - set(MentorConsent.objects.filter(mentor_id__in=keys).values_list("mentor_id", flat=True))


def admission(basis: ConsentBasis) -> Change:
    """The admission in the words of the preview."""
    after = _("согласия у «%(holder)s» с %(since)s")
    return Change(_("Основание публикации"), "", after % {"holder": basis.holder, "since": f"{basis.since:%d.%m.%Y}"})
