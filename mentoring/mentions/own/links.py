"""Links to one's own page about one's name; they go to an address that the site already has, and nowhere else."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.mailing.addresses import absolute_of
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later
from cms.personal_links.actions import Holder, IssueLink
from cms.personal_links.models import PersonalLink
from cms.personal_links.querysets import PersonalLinkQuerySet
from cms.work.tasks import background
from mentoring.bank.models import Mentor
from mentoring.duets.enums import Voice
from mentoring.duets.models import Speaker
from mentoring.mentions.people import Person, people, silent
from mentoring.pairs.models import PairMentee

PURPOSE = "names.own"
KIND = register_mail_kind("mentoring.own_name", gettext_lazy("ссылка «Где названо моё имя»"))
#: Days for which a link opens.
DAYS = 30
#: People who may share a mailbox and get a letter each.
MOST = 10


def own_holder() -> Holder:
    """Whose link it is; the history says that one was given, and keeps neither name nor address."""
    return Holder(PURPOSE, "self", _("«Где названо моё имя»"))


def open_link_of(person: Person) -> PersonalLink | None:
    """The link by which the person sees now where their name stands; None where none opens."""
    links: PersonalLinkQuerySet = PersonalLink.objects.about(person)
    return links.for_purpose(PURPOSE).in_force(timezone.now()).first()


@background(label=gettext_lazy("Письмо «Где названо моё имя»"))
def send_links(email: str) -> None:
    """Write to the mailbox about each person whose address it is; nobody is written to where there is none."""
    for person in people_of(email):
        _write(person, email)


@background(label=gettext_lazy("Письмо о том, где ещё стоит имя"))
def tell_the_person(kind: int, number: int) -> None:
    """Write to somebody whose consent has ended, where an address of theirs is known."""
    person = people([(kind, number)]).get((kind, number))
    if person is not None and (address := address_of(person)):
        _write(person, address)


def people_of(email: str) -> list[Person]:
    """The people whose address it is: of their entry, or of their personal link to a duet."""
    found: dict[tuple[type, int], Person] = {}
    for mentor in Mentor.objects.filter(email__iexact=email).order_by("pk")[:MOST]:
        found[Mentor, mentor.pk] = mentor
    for speaker in _speakers(Speaker.objects.filter(email__iexact=email)):
        person = _person_of(speaker)
        if person is not None:
            found[type(person), person.pk] = person
    return list(found.values())[:MOST]


def address_of(person: Person) -> str:
    """The person's own address; empty where the site has none."""
    if isinstance(person, Mentor):
        if person.email:
            return str(person.email)
        own = Speaker.objects.filter(voice=Voice.MENTOR, project__pair__mentor=person)
    elif isinstance(person, PairMentee):
        own = Speaker.objects.filter(voice=Voice.MENTEE, project__mentee=person)
    else:
        return ""
    return str(next((speaker.email for speaker in _speakers(own.exclude(email=""))), ""))


def _speakers(speakers: QuerySet[Speaker]) -> QuerySet[Speaker]:
    return speakers.select_related("project__pair__mentor", "project__mentee").order_by("-pk")[:MOST]


def _person_of(speaker: Speaker) -> Person | None:
    project = speaker.project
    if speaker.voice == Voice.MENTEE:
        return project.mentee
    return project.pair.mentor if project.pair is not None else None


def _write(person: Person, email: str) -> None:
    issue = IssueLink(person, own_holder(), timezone.now() + timedelta(days=DAYS), None)
    issue.execute()
    context = {
        "url": absolute_of("own-name-shown", issue.token),
        "site": settings.WAGTAIL_SITE_NAME,
        "days": DAYS,
        "is_silent": bool(silent([person], timezone.localdate())),
    }
    subject = _("Где названо ваше имя: сайт «%(site)s»") % {"site": settings.WAGTAIL_SITE_NAME}
    send_later([email], subject, render_to_string("mentoring/names/own_mail.txt", context), kind=KIND)
