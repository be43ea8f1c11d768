"""Brings the conversations into the invented region, each with a working pair of the right place and subject."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.appearance.centre import current_centre
from cms.wording import counted
from demo.duets.childhood import CHILDHOOD
from demo.duets.exact import EXACT
from demo.duets.living import LIVING
from demo.duets.shapes import Asked, Conversation
from demo.duets.unfinished import load_unfinished
from demo.duets.words_and_history import WORDS_AND_HISTORY
from demo.parts import Say
from mentoring.consents.enums import Channel, Purpose
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets import naming
from mentoring.duets.enums import ProjectState, Voice
from mentoring.duets.first_questions import seed_questions
from mentoring.duets.models import Answer, DuetProject, ProjectQuestion, Speaker
from mentoring.duets.months import first_of_month, shifted
from mentoring.duets.pages import DuetIndexPage, DuetInterviewPage
from mentoring.duets.talk_consents import TEXT_VERSION, consent_text
from mentoring.duets.words import share_hash, words_of
from mentoring.pairs.enums import PairModel, PairState
from mentoring.pairs.models import Pair, PairMentee

CONVERSATIONS = (*EXACT, *WORDS_AND_HISTORY, *CHILDHOOD, *LIVING)
#: The day of the month on which a conversation of the demo appeared.
DAY = 18


def load_duets(today: date, say: Say) -> None:
    """Load every conversation as published, and the duets that are on their way."""
    seed_questions()
    used: set[int] = set()
    with disable_reference_index_auto_update():
        for conversation in CONVERSATIONS:
            _load(conversation, shifted(first_of_month(today), -conversation.months_ago), today, used)
        load_unfinished(today, used)
    say(counted(len(CONVERSATIONS), _("разговор"), _("разговора"), _("разговоров")))


def working_pair(
    place: str, subject: str, is_female: bool | None, used: set[int], fitting: Q | None = None
) -> Pair | None:
    """A pair of two teachers under way whose mentor agreed to publication, anywhere without a ``place``."""
    today = timezone.localdate()
    consents = MentorConsent.objects.valid(today)
    pairs = Pair.objects.filter(
        state=PairState.ACTIVE,
        model=PairModel.TEACHER_TEACHER,
        mentor__live=True,
        mentor__is_minor=False,
        mentor__in=consents.for_purpose(Purpose.PROCESSING).values("mentor"),
    ).filter(mentor__in=consents.for_purpose(Purpose.PUBLICATION).values("mentor"), mentees__is_minor=False)
    if place:
        pairs = pairs.filter(organisation__municipality__code=place)
    if subject:
        pairs = pairs.filter(mentor__subjects__code=subject)
    if is_female is not None:
        pairs = pairs.filter(Q(mentor__patronymic__endswith="на" if is_female else "ич"))
    if fitting is not None:
        pairs = pairs.filter(fitting)
    return (
        pairs.exclude(mentor_id__in=used)
        .select_related("mentor__organisation", "organisation__municipality")
        .order_by("pk")
        .first()
    )


def _load(conversation: Conversation, month: date, today: date, used: set[int]) -> None:
    is_female, subject = conversation.women[0], conversation.subject
    fitting = conversation.home.condition() & Q(mentor__position__contains=conversation.post)
    by_name = fitting & Q(mentor__last_name=conversation.surname) if conversation.surname else fitting
    pair = working_pair(conversation.place, subject, is_female, used, by_name) or working_pair(
        "", subject, is_female, used, fitting
    )
    if pair is None:
        return
    used.add(pair.mentor_id)
    mentee = _mentee(pair, conversation)
    project = DuetProject.objects.create(
        municipality=pair.organisation.municipality,
        month=month,
        mentee=mentee,
        working_title=conversation.title,
        state=ProjectState.APPROVED,
        offered_at=_moment(month, DAY - 6),
    )
    speakers = _speakers(project, pair, conversation)
    _ask(project, speakers, conversation.questions)
    record_consents(project, month - timedelta(days=3))
    _approve(project, month)
    _publish(project, conversation, min(_moment(month, DAY), timezone.now()))


def _mentee(pair: Pair, conversation: Conversation) -> PairMentee:
    """The pair's mentee becomes the one of the conversation."""
    mentee = pair.mentees.order_by("sort_order", "pk")[0]
    PairMentee.objects.filter(pk=mentee.pk).update(full_name=conversation.mentee)
    return PairMentee.objects.get(pk=mentee.pk)


def record_consents(project: DuetProject, given_on: date) -> None:
    """Both agreed to this interview, each over the own link."""
    speakers = project.by_voice
    common = {
        "interview": project,
        "given_on": given_on,
        "channel": Channel.ELECTRONIC,
        "text_version": TEXT_VERSION,
        "holder": current_centre().name,
        "proof": _("По личной ссылке"),
    }
    if project.pair is None or project.mentee is None:
        return
    MentorConsent.objects.create(
        mentor=project.pair.mentor,
        purpose=Purpose.INTERVIEW,
        text=consent_text(project, speakers[Voice.MENTOR]),
        **common,
    )
    MenteeConsent.objects.create(mentee=project.mentee, text=consent_text(project, speakers[Voice.MENTEE]), **common)


def _speakers(project: DuetProject, pair: Pair, conversation: Conversation) -> dict[Voice, Speaker]:
    mentor = pair.mentor
    names = {
        Voice.MENTOR: (naming.given_first(mentor.full_name), mentor.position),
        Voice.MENTEE: (naming.short_name(naming.given_first(conversation.mentee)), conversation.mentee_about),
    }
    day = _moment(project.month, 2)
    return {
        voice: Speaker.objects.create(
            project=project, voice=voice, name=name, about=about, agreed_at=day, sent_at=day + timedelta(days=6)
        )
        for voice, (name, about) in names.items()
    }


def _ask(project: DuetProject, speakers: dict[Voice, Speaker], asked: tuple[Asked, ...]) -> None:
    called = {
        "mentor": naming.address(speakers[Voice.MENTOR].name),
        "mentee": naming.address(speakers[Voice.MENTEE].name),
    }
    for order, one in enumerate(asked, start=1):
        voice, _colon, quote = one.quote.partition(":")
        question = ProjectQuestion.objects.create(
            project=project,
            order=order,
            text=one.text,
            optics=one.optics,
            quote=quote.format(**called),
            quote_voice={"m": Voice.MENTOR, "n": Voice.MENTEE}.get(voice, ""),
        )
        said = {Voice.MENTOR: one.mentor.format(**called), Voice.MENTEE: one.mentee.format(**called)}
        Answer.objects.bulk_create(
            Answer(question=question, speaker=speakers[v], draft=text, sent=text, text=text, is_silent=not text)
            for v, text in said.items()
        )


def _approve(project: DuetProject, month: date) -> None:
    words = words_of(DuetProject.objects.for_words().get(pk=project.pk))
    for number, voice in enumerate(Voice):
        Speaker.objects.filter(project=project, voice=voice).update(
            approved_at=min(_moment(month, DAY - 2 + number), timezone.now()), approved_hash=share_hash(words, voice)
        )


def _publish(project: DuetProject, conversation: Conversation, moment: datetime) -> None:
    index = DuetIndexPage.objects.get(municipality=project.municipality)
    page = DuetInterviewPage(
        title=conversation.title,
        slug=f"{project.month:%Y-%m}-{conversation.subject}",
        lead=conversation.lead,
        month=project.month,
        words=words_of(DuetProject.objects.for_words().get(pk=project.pk)),
        mentor_drawing=conversation.drawings[0],
        mentee_drawing=conversation.drawings[1],
        live=False,
        has_unpublished_changes=True,
    )
    index.add_child(instance=page)
    DuetProject.objects.filter(pk=project.pk).update(page=page)
    DuetInterviewPage.objects.get(pk=page.pk).save_revision().publish()
    DuetInterviewPage.objects.filter(pk=page.pk).update(first_published_at=moment, last_published_at=moment)
    DuetProject.objects.filter(pk=project.pk).update(state_since=moment)


def _moment(month: date, day: int) -> datetime:
    return timezone.make_aware(datetime.combine(month.replace(day=day), time(10)))
