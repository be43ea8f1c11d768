"""The programmes of an organisation and of the mentors who work there, and the acts that belong to an organisation."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from cms.acts.models import ActPage
from cms.news.models import EventPage
from cms.news.words import when_words
from cms.pages.related import NAMED, Item, Related
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.programmes.models import ProgrammePage


def programmes_of_organisation(organisation: Organisation, on: date) -> Related | None:
    """What the organisation tells of its mentoring, the latest school year first."""
    pages = ProgrammePage.objects.published().of_organisation(organisation).newest_first()[:NAMED]
    return Related(_("Программы"), tuple(Item(one.title, one.get_url() or "", str(one.school_year)) for one in pages))


def programme_of_mentor(mentor: Mentor, on: date) -> Related | None:
    """The programmes by which pairs of the mentor's organisation work."""
    found = programmes_of_organisation(mentor.organisation, on)
    return Related(_("Программа организации"), found.items) if found else None


def acts_of_organisation(organisation: Organisation, on: date) -> Related | None:
    """The acts that the organisation issued, and those that its programmes rest on."""
    names = (organisation.full_name, organisation.short_name)
    programmes = ProgrammePage.objects.published().of_organisation(organisation)
    grounds = Q(pk__in=programmes.filter(grounds__act__isnull=False).order_by().values("grounds__act"))
    acts = ActPage.objects.public_now().filter(Q(issuer__in=names) | Q(issuer_short__in=names) | grounds)
    items = tuple(Item(act.title, act.get_url() or "", act.citation) for act in acts.latest_first()[:NAMED])
    return Related(_("Акты"), items)


def events_of(programme: ProgrammePage) -> tuple[Related, ...]:
    """The events of a programme that visitors may read, the latest first."""
    events = EventPage.objects.readable().filter(programme=programme.pk).order_by("-starts_at", "pk")[:NAMED]
    items = tuple(Item(one.title, one.get_url() or "", when_words(one.starts_at, one.ends_at, None)) for one in events)
    return (Related(_("События"), items),) if items else ()
