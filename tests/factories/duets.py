"""A duet in each state, with its two speakers and their words."""

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from cms.pages.models import HomePage
from cms.pages.sections import build_sections
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent
from mentoring.duets.actions.publishing import BuildPage, PublishDuet
from mentoring.duets.enums import APPROVED_STATES, WORDING_STATES, Optics, ProjectState, Voice
from mentoring.duets.models import Answer, DuetProject, ProjectQuestion, Speaker
from mentoring.duets.months import first_of_month
from mentoring.duets.question_bank import BankQuestion
from mentoring.duets.words import share_hash, words_of
from tests.factories.bank import MentorFactory
from tests.factories.branches import open_branch
from tests.factories.consents import MentorConsentFactory
from tests.factories.pairs import PairFactory
from tests.factories.territories import MunicipalityFactory


class BankQuestionFactory(DjangoModelFactory):
    """A question of the bank."""

    class Meta:
        model = BankQuestion

    text = factory.Sequence(lambda n: f"Что изменилось за год, {n}?")


class MenteeConsentFactory(DjangoModelFactory):
    """A consent given a month ago."""

    class Meta:
        model = MenteeConsent

    given_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=30))
    holder = "МБУ «Центр развития образования»"


class DuetProjectFactory(DjangoModelFactory):
    """An idea with a consented adult pair and three questions; any later ``state`` brings what belongs to it.

    ``published=True`` goes through the real actions, in an open branch.
    """

    class Meta:
        model = DuetProject
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    month = factory.LazyFunction(lambda: first_of_month(timezone.localdate()))

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        published, consented = kwargs.pop("published", False), kwargs.pop("consented", True)
        place = kwargs["municipality"]
        if "mentee" not in kwargs:
            traits = {"public": True, "municipality": place} if place else {"public": True}
            pair = PairFactory(mentor=MentorFactory(**traits), active=True)
            kwargs["mentee"] = pair.mentees.get()
        state = ProjectState.APPROVED if published else ProjectState(kwargs.pop("state", ProjectState.IDEA))
        project = super()._create(model_class, *args, state=state, **kwargs)
        if consented and project.mentee is not None:
            MenteeConsentFactory(mentee=project.mentee, interview=project)
            MentorConsentFactory(mentor=project.pair.mentor, purpose=Purpose.INTERVIEW, interview=project)
        for order in (1, 2, 3):
            ProjectQuestion.objects.create(project=project, order=order, text=f"Вопрос {order}?")
        if state != ProjectState.IDEA:
            _speak(project, state)
        if published:
            _publish(project)
        return DuetProject.objects.for_words().get(pk=project.pk)


def _speak(project: DuetProject, state: ProjectState) -> None:
    now = timezone.now()
    is_worded = state in WORDING_STATES
    for voice, name in ((Voice.MENTOR, "Вера Аркадьевна Лосева"), (Voice.MENTEE, "Илья Тарасов")):
        speaker = Speaker.objects.create(
            project=project,
            voice=voice,
            name=name,
            agreed_at=None if state == ProjectState.INVITED else now,
            sent_at=now if is_worded else None,
        )
        for question in project.questions.all() if is_worded else ():
            words = f"{voice.label.capitalize()} отвечает на вопрос {question.order}."
            Answer.objects.create(question=question, speaker=speaker, draft=words, sent=words, text=words)
    project.questions.update(optics=Optics.DIFFER)
    if state in APPROVED_STATES:
        words = words_of(DuetProject.objects.for_words().get(pk=project.pk))
        for voice in Voice:
            Speaker.objects.filter(project=project, voice=voice).update(
                approved_at=now, approved_hash=share_hash(words, voice)
            )
        DuetProject.objects.filter(pk=project.pk).update(offered_at=now)


def _publish(project: DuetProject) -> None:
    if project.municipality is not None:
        open_branch(project.municipality)
    else:
        build_sections(HomePage.objects.get())
    BuildPage(project, None, "Урок, который мы переписали дважды", "Разговор о плане урока.").execute()
    PublishDuet(project, None).execute()
