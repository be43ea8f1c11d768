"""What belongs to a programme, and the programmes of an organisation, of its mentors, and of an act."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from cms.acts.graph import ActGraph
from cms.acts.models import ActPage
from cms.acts.standing import Standing, standing
from cms.news.models import EventPage
from cms.news.words import when_words
from cms.pages.related import NAMED, Item, Related, Relations
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.bank.relations import mentors_of
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.relations import duets_of_organisation
from mentoring.programmes.models import ProgrammePage

#: Rooms above tell what belongs to a programme that visitors may read.
programme_relations: Relations[ProgrammePage] = Relations()


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
    shown = list(acts.latest_first()[:NAMED])
    graph = ActGraph.load() if shown else ActGraph()
    return Related(_("Акты"), tuple(_act(standing(act, graph, on)) for act in shown))


def _act(found: Standing) -> Item:
    """An act with its citation, and what is to be known of one that is not in force."""
    note = "; ".join(part for part in (found.act.citation, found.note) if part)
    return Item(found.act.title, found.act.get_url() or "", note)


def programmes_of_act(act: ActPage, on: date) -> Related | None:
    """The programmes that rest on the act, or one of whose stages resulted in it."""
    resting = Q(grounds__act=act) | Q(stage_results__act=act)
    pages = ProgrammePage.objects.published().filter(resting).distinct().newest_first()[:NAMED]
    items = tuple(Item(one.title, one.get_url() or "", str(one.school_year)) for one in pages)
    return Related(_("Программы по этому акту"), items)


def events_of(programme: ProgrammePage, on: date) -> Related | None:
    """The events of a programme that visitors may read, the latest first."""
    events = EventPage.objects.readable().filter(programme=programme.pk).order_by("-starts_at", "pk")[:NAMED]
    items = tuple(Item(one.title, one.get_url() or "", when_words(one.starts_at, one.ends_at, None)) for one in events)
    return Related(_("События"), items)


def mentors_of_programme(programme: ProgrammePage, on: date) -> Related | None:
    """The mentors of the organisation that works by the programme."""
    return mentors_of(programme.organisation, on) if programme.organisation else None


def duets_of_programme(programme: ProgrammePage, on: date) -> Related | None:
    """The conversations of the pairs that work by the programme."""
    return duets_of_organisation(programme.organisation, on) if programme.organisation else None


def programme_of_duet(page: DuetInterviewPage, on: date) -> Related | None:
    """The programme by which the pair works."""
    project = getattr(page, "project", None)
    place = project.pair.organisation if project and project.pair else None
    found = programmes_of_organisation(place, on) if place else None
    return Related(_("Программа организации"), found.items) if found else None
