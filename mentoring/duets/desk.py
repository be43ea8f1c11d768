"""The editor's desk of one duet: where it stands, who holds it, what is missing, and what can be done now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.personal_links.models import PersonalLink
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.agreement import consents_to
from mentoring.duets.enums import CLOSED_STATES, ROAD, WORDING_STATES, WRITING_STATES, Optics, ProjectState, Voice
from mentoring.duets.links import links_of
from mentoring.duets.models import DuetProject, ProjectQuestion, Speaker
from mentoring.duets.readiness import bars, consents_missing, unfinished
from mentoring.duets.words import words_of


@dataclass(frozen=True, slots=True)
class Step:
    """A cell of the status line; ``kind`` is done, now or ahead."""

    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A button: its words, where it leads, and whether it is the main one."""

    words: str
    url: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One of the two: how far this person is, and the state of the link."""

    speaker: Speaker
    link: PersonalLink | None
    state: str
    new_link_url: str
    renew_url: str = ""
    revoke_url: str = ""
    consent: str = ""
    paper_consent_url: str = ""

    @property
    def link_words(self) -> str:
        """«Ссылка действует до 1 марта, открыта сегодня»."""
        if self.link is None or not self.link.is_in_force(timezone.now()):
            return _("Ссылка не действует")
        until = f"{timezone.localtime(self.link.expires_at):%d.%m.%Y}"
        words = _("Ссылка действует до %(day)s") % {"day": until}
        if self.link.last_used_at is None:
            return _("%(words)s, её ещё не открывали") % {"words": words}
        used = f"{timezone.localtime(self.link.last_used_at):%d.%m.%Y %H:%M}"
        return _("%(words)s, открывали %(used)s") % {"words": words, "used": used}


@dataclass(frozen=True)
class Desk:
    """Everything that the page of a duet in the admin shows."""

    project: DuetProject
    steps: tuple[Step, ...]
    verbs: tuple[Verb, ...]
    people: tuple[Person, ...]
    warnings: tuple[str, ...]
    questions: tuple[ProjectQuestion, ...]
    until: date | datetime | None

    @property
    def is_closed(self) -> bool:
        """Declined or cancelled."""
        return self.project.state in CLOSED_STATES


def desk(project: DuetProject, may_change: bool, may_record: bool = False) -> Desk:
    """The desk of a project read ``for_words``; who ``may_record`` consents is led to their forms."""
    return Desk(
        project=project,
        steps=tuple(_steps(ProjectState(project.state))),
        verbs=tuple(_verbs(project)) if may_change else (),
        people=tuple(_person(project, speaker, may_record) for speaker in project.speakers.all()),
        warnings=tuple(_warnings(project)),
        questions=tuple(project.questions.all()),
        until=project.publish_at or project.due_on,
    )


def _steps(state: ProjectState) -> Iterator[Step]:
    if state in CLOSED_STATES:
        return
    here = ROAD.index(state)
    for number, step in enumerate(ROAD):
        yield Step(str(step.label), "done" if number < here else "now" if number == here else "ahead")


_VERBS: dict[str, tuple[tuple[Any, str], ...]] = {
    ProjectState.IDEA: (
        (gettext_lazy("Пригласить обоих"), "duet_invite"),
        (gettext_lazy("Вопросы"), "duet_questions"),
    ),
    ProjectState.INVITED: ((gettext_lazy("Вопросы"), "duet_questions"),),
    ProjectState.ANSWERING: (),
    ProjectState.EDITING: (
        (gettext_lazy("Править слова"), "duet_words"),
        (gettext_lazy("Показать участникам"), "duet_offer"),
        (gettext_lazy("Собрать страницу"), "duet_build"),
    ),
    ProjectState.APPROVED: (
        (gettext_lazy("Опубликовать"), "duet_publish"),
        (gettext_lazy("Назначить день"), "duet_schedule"),
        (gettext_lazy("Собрать страницу"), "duet_build"),
        (gettext_lazy("Слова"), "duet_words"),
    ),
    ProjectState.SCHEDULED: (
        (gettext_lazy("Опубликовать сейчас"), "duet_publish"),
        (gettext_lazy("Снять назначенный день"), "duet_unschedule"),
        (gettext_lazy("Слова"), "duet_words"),
    ),
    ProjectState.PUBLISHED: (
        (gettext_lazy("Слова"), "duet_words"),
        (gettext_lazy("Снять с сайта"), "duet_take_down"),
    ),
    ProjectState.DECLINED: ((gettext_lazy("Начать заново"), "duet_reopen"),),
    ProjectState.CANCELLED: ((gettext_lazy("Начать заново"), "duet_reopen"),),
}


def _verbs(project: DuetProject) -> Iterator[Verb]:
    own = _VERBS[project.state]
    if project.state == ProjectState.IDEA and project.mentee is None:
        own = own[1:]  # there is nobody to invite yet
    elif project.state == ProjectState.IDEA and not project.questions.all():
        own = own[::-1]  # nobody is invited to answer nothing
    if project.state == ProjectState.APPROVED and project.page is None:
        own = (own[2], own[0], own[1], own[3])
    if project.state == ProjectState.EDITING and not unfinished(words_of(project)):
        own = (own[1], own[0], own[2])
    for number, (words, name) in enumerate(own):
        yield Verb(str(words), reverse(name, args=[project.pk]), is_main=number == 0)
    if project.state not in CLOSED_STATES | {ProjectState.PUBLISHED}:
        yield Verb(_("Отменить дуэт"), reverse("duet_cancel", args=[project.pk]))


def _person(project: DuetProject, speaker: Speaker, may_record: bool) -> Person:
    voice = Voice(speaker.voice)
    consent = consents_to(project, voice, timezone.localdate()).first()
    link, now = links_of(project, voice).first(), timezone.now()
    return Person(
        speaker,
        link,
        _progress(project, speaker),
        new_link_url=reverse("duet_new_link", args=[project.pk, voice]),
        renew_url=reverse("duet_renew_link", args=[project.pk, voice]) if link and link.revoked_at is None else "",
        revoke_url=reverse("duet_revoke_link", args=[project.pk, voice]) if link and link.is_in_force(now) else "",
        consent=_consent_words(consent),
        paper_consent_url=_paper_consent_url(project, voice) if may_record and consent is None else "",
    )


def _consent_words(consent: MentorConsent | MenteeConsent | None) -> str:
    if consent is None:
        return _("Согласия на это интервью ещё нет: личная ссылка спросит его вместе с утверждением слов")
    return _("Согласие на это интервью дано %(day)s") % {"day": f"{consent.given_on:%d.%m.%Y}"}


def _paper_consent_url(project: DuetProject, voice: Voice) -> str:
    """The form in which a consent on paper is recorded, filled with who and for what."""
    if project.pair is None:
        return ""
    if voice == Voice.MENTEE:
        return f"{reverse('mentoring_menteeconsent_modeladmin_create')}?" + urlencode(
            {"mentee": project.mentee_id or "", "interview": project.pk}
        )
    return f"{reverse('mentoring_mentorconsent_modeladmin_create')}?" + urlencode(
        {"mentor": project.pair.mentor_id, "purpose": Purpose.INTERVIEW, "interview": project.pk}
    )


def _progress(project: DuetProject, speaker: Speaker) -> str:
    """How far this person is; the words themselves stay hidden until both have sent."""
    if speaker.approved_at is not None:
        at = f"{timezone.localtime(speaker.approved_at):%d.%m.%Y %H:%M}"
        return _("Слова утверждены %(at)s, отпечаток %(mark)s") % {"at": at, "mark": speaker.approved_hash[:12]}
    if project.state in WORDING_STATES:
        return _("Слова ждут утверждения") if project.offered_at else _("Ответы получены")
    if speaker.sent_at is not None:
        return _("Ответы отправлены, откроются вместе с ответами второго")
    if speaker.agreed_at is None:
        return _("Приглашение ждёт ответа")
    given = sum(bool(answer.draft.strip() or answer.is_silent) for answer in speaker.answers.all())
    return _("Пишет: %(given)d из %(all)d") % {"given": given, "all": len(project.questions.all())}


def _warnings(project: DuetProject) -> Iterator[str]:
    today = timezone.localdate()
    others = DuetProject.objects.under_way().of_place(project.municipality).of_month(project.month)
    if project.state not in CLOSED_STATES and others.exclude(pk=project.pk).exists():
        yield _("В этом месяце уже есть другой дуэт. Обычно выходит один: оставьте лучший или перенесите второй.")
    if project.is_late(today):
        yield _("Дуэт запаздывает. Передвиньте срок или договоритесь о новом.")
    if project.state not in CLOSED_STATES and (project.mentee is not None or project.state != ProjectState.IDEA):
        yield from consents_missing(project, today) if project.offered_at else bars(project, today)
    if project.state == ProjectState.EDITING:
        yield from unfinished(words_of(project))
    if project.state in WRITING_STATES and not project.responsible:
        yield _("Никто не назначен вести этот дуэт: письма получают все редакторы.")


def optics_hint(question: ProjectQuestion, voices: dict[int, str]) -> str:
    """What the two answers themselves suggest; the editor decides."""
    said = {voices.get(answer.speaker_id) for answer in question.answers.all() if answer.text.strip()}
    return Optics.ONE if len(said) == 1 else ""


def follow_up_of(question: ProjectQuestion) -> str:
    """What to ask on where only one spoke: the bank's words, or a plain invitation to tell more."""
    if question.source is not None and question.source.follow_up:
        return question.source.follow_up
    return _("Что вы чаще всего вспоминаете, когда думаете об этом?")
