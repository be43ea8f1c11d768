"""Whose names a user looks after: mentors and mentees of the territory, curators and coordinators who may be asked."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from cms.accounts.permissions import visible_to
from cms.accounts.territory import User
from cms.contacts.models import CoordinatorContact
from mentoring.bank.models import Mentor
from mentoring.mentions.by_consent import first_record, may_ask
from mentoring.mentions.people import Person
from mentoring.pairs.models import Pair, PairMentee
from mentoring.programmes.curators.models import CuratorConsent

BY_CONSENT: dict[str, Any] = {"curator": CuratorConsent, "coordinator": CoordinatorContact}


def own_person(user: User, kind: str, pk: int) -> Person:
    """The person of this kind whose name the user looks after; raises ``Http404`` for anybody else."""
    mentors, pairs = visible_to(user, Mentor.objects.all()), visible_to(user, Pair.objects.all())
    found: Person | None
    if kind in BY_CONSENT:
        known = BY_CONSENT[kind].objects.filter(pk=pk).first()
        found = None
        if known is not None and may_ask(user, known):
            found = first_record(known) if isinstance(known, CuratorConsent) else known
    elif kind == "mentor":
        found = mentors.filter(pk=pk).first()
    else:
        found = PairMentee.objects.filter(pair__in=pairs, pk=pk).first()
    if found is None:
        raise Http404
    return found
