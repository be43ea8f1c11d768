"""A mentor's places: counted under a lock, so that the last one is never given twice."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.actions import Refused
from cms.wording import counted
from mentoring.bank.models import Mentor
from mentoring.pairs.enums import HOLDING_STATES
from mentoring.pairs.models import Pair, PairMentee


class PairRefused(Refused):
    """The pair cannot be opened, changed or closed this way."""


class NoPlaceLeft(PairRefused):
    """The mentor has no place for so many mentees; somebody may just have taken it."""


def lock_mentor(mentor_id: int) -> Mentor:
    """The mentor as stored, locked until the transaction ends; every change of pairs goes through here."""
    return Mentor.objects.select_for_update().get(pk=mentor_id)


def taken_places(mentor_id: int, besides: Pair | None = None) -> int:
    """How many mentees hold places of the mentor in pairs under way, not counting the pair ``besides``."""
    mentees = PairMentee.objects.filter(pair__mentor_id=mentor_id, pair__state__in=HOLDING_STATES)
    if besides is not None and besides.pk:
        mentees = mentees.exclude(pair_id=besides.pk)
    return mentees.count()


def require_places(mentor: Mentor, wanted: int, besides: Pair | None = None) -> None:
    """Raise ``NoPlaceLeft`` unless ``wanted`` mentees fit beside those of other pairs; call it under the lock."""
    free = mentor.places_total - taken_places(mentor.pk, besides)
    if wanted <= free:
        return
    if free <= 0:
        raise NoPlaceLeft(
            _("Свободных мест у наставника %(name)s нет: последнее только что заняли или его не было.")
            % {"name": mentor.full_name}
        )
    raise NoPlaceLeft(
        _("У наставника %(name)s свободно %(free)s, а наставляемых в паре %(wanted)s.")
        % {"name": mentor.full_name, "free": counted(free, "место", "места", "мест"), "wanted": wanted}
    )
