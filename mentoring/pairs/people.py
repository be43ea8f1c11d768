"""Who may stand together in a pair: two people, each once, and not twice at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from cms.personal_names.comparing import is_same_person
from mentoring.bank.models import Mentor
from mentoring.pairs.models import Pair, PairMentee
from mentoring.pairs.places import PairRefused


def require_two_people(mentor: Mentor, mentees: Iterable[str]) -> None:
    """Raise ``PairRefused`` where the mentor stands among the mentees."""
    for name in mentees:
        if is_same_person(mentor.full_name, name):
            raise PairRefused(
                _("%(name)s – наставник этой пары и не может быть в ней наставляемым. Впишите другого человека.")
                % {"name": name}
            )


def require_each_once(mentees: Sequence[str]) -> None:
    """Raise ``PairRefused`` where one mentee is written twice."""
    for number, name in enumerate(mentees):
        if any(is_same_person(name, other) for other in mentees[number + 1 :]):
            raise PairRefused(_("%(name)s стоит в паре дважды. Оставьте одну строку.") % {"name": name})


def require_no_overlap(mentor: Mentor, mentees: Iterable[str], period: tuple[date, date | None], besides: Pair) -> None:
    """Raise ``PairRefused`` where the mentor works with one of the mentees in another pair at the same time.

    ``period`` is the first day and the last one, None for a pair that goes on; a pair may follow on the same day.
    """
    first, last = period
    others = PairMentee.objects.filter(Q(pair__ended_on=None) | Q(pair__ended_on__gt=first), pair__mentor=mentor)
    if last is not None:
        others = others.filter(pair__started_on__lt=last)
    known = list(others.exclude(pair=besides.pk).select_related("pair"))
    for name in mentees:
        other = next((mentee for mentee in known if is_same_person(mentee.full_name, name)), None)
        if other is not None:
            raise PairRefused(
                _(
                    "%(mentor)s и %(mentee)s уже стоят вместе в паре с %(day)s (%(state)s), сроки пересекаются. "
                    "Откройте ту пару или завершите её, прежде чем заводить новую."
                )
                % {
                    "mentor": mentor.full_name,
                    "mentee": name,
                    "day": f"{other.pair.started_on:%d.%m.%Y}",
                    "state": other.pair.get_state_display(),
                }
            )
