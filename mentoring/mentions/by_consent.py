"""People of whom the site knows by a consent alone: curators of programmes, and coordinators named in contacts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Q

from cms.accounts.permissions import user_can, visible_to
from cms.accounts.territory import User
from cms.contacts.models import CoordinatorContact
from cms.personal_names.reading import read_name
from mentoring.mentions.names import Name
from mentoring.programmes.curators.models import CuratorConsent

Named = CuratorConsent | CoordinatorContact
NAMED = (CuratorConsent, CoordinatorContact)


def written_name(person: Named) -> str:
    """The name as it stands in the record."""
    return (person.curator_name if isinstance(person, CuratorConsent) else person.person).strip()


def parts_of(written: str) -> Name:
    """The parts of a name in either order; taken as the surname first where that cannot be told."""
    read = read_name(written)
    return Name.of(written) if read.problem else Name(read.last, read.first, read.patronymic)


def same_curator(consent: CuratorConsent) -> Q:
    """A condition on consents: of the same person at the same organisation, whichever programme it was given for."""
    return Q(organisation=consent.organisation_id, curator_name=consent.curator_name.strip())


def first_record(consent: CuratorConsent) -> CuratorConsent:
    """The record under which mentions keep a curator: the oldest consent of the same person."""
    return CuratorConsent.objects.filter(same_curator(consent)).order_by("pk").first() or consent


def last_day(person: Named, on: date) -> date:
    """The last day on which the person may be named; the day before where nobody may name them today."""
    never = on - timedelta(days=1)
    if isinstance(person, CoordinatorContact):
        return date.max if person.public_person(on) else never
    given = [consent for consent in CuratorConsent.objects.filter(same_curator(person)) if consent.is_valid(on)]
    return max((_end(consent) for consent in given), default=never)


def _end(consent: CuratorConsent) -> date:
    withdrawn = consent.withdrawn_on - timedelta(days=1) if consent.withdrawn_on else date.max
    return min(consent.valid_until or date.max, withdrawn)


def ended(since: date, today: date) -> Collection[Named]:
    """Curators whose consent ran out by itself within these days."""
    rows = CuratorConsent.objects.filter(valid_until__lt=today, valid_until__gte=since)
    return {first.pk: first for first in map(first_record, rows)}.values()


def may_ask(user: User, person: Named) -> bool:
    """Whether the user keeps the record: changes the programme, or the contacts."""
    if isinstance(person, CuratorConsent):
        return person.programme is not None and user_can(user, "change", person.programme)
    return visible_to(user, CoordinatorContact.objects.filter(pk=person.pk)).exists()
