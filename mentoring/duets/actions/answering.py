"""What the two do themselves, each behind an own link: agree or decline, write, send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.duets.actions.moving import DuetAction, DuetRefused
from mentoring.duets.enums import WRITING_STATES, ProjectState, Voice
from mentoring.duets.letters import Occasion, write_to_editor
from mentoring.duets.models import LONGEST_ANSWER, Answer, DuetProject, Speaker


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the form under one question."""

    text: str = ""
    is_silent: bool = False


class OwnAction(DuetAction):
    """One of the two acts for themselves; the link was the right."""

    from_states = WRITING_STATES

    def __init__(self, project: DuetProject, voice: Voice) -> None:
        super().__init__(project, None)
        self.voice = voice

    def log_data(self) -> dict[str, Any]:
        return {"note": str(self.speaker(self.voice))}


class AgreeToSpeak(OwnAction):
    """Accepts the invitation; when both have, the duet is answering."""

    log_action = "duet.project.agree"

    def apply(self) -> None:
        speaker = self.speaker(self.voice)
        speaker.agreed_at = speaker.agreed_at or timezone.now()
        speaker.save(update_fields=["agreed_at"])
        both = all(one.agreed_at for one in self.thing.speakers.all())
        if both and self.thing.state == ProjectState.INVITED:
            self.move(ProjectState.ANSWERING)


class DeclineToSpeak(OwnAction):
    """Steps back; the month needs another duet, and nothing of what was written is shown to anybody."""

    log_action = "duet.project.decline"

    def __init__(self, project: DuetProject, voice: Voice, reason: str) -> None:
        super().__init__(project, voice)
        self.reason = reason.strip()[:400]

    def apply(self) -> None:
        Answer.objects.filter(speaker__project=self.thing).delete()
        self.move(ProjectState.DECLINED)
        write_to_editor(self.thing, Occasion.DECLINED, self.speaker(self.voice))

    def log_data(self) -> dict[str, Any]:
        return {"note": f"{self.speaker(self.voice)}. {self.reason}".strip()}


class SendAnswers(OwnAction):
    """Hands the own answers over; the editor and the partner see them when both have done so."""

    log_action = "duet.project.send"

    def check(self) -> None:
        super().check()
        speaker = self.speaker(self.voice)
        if speaker.agreed_at is None:
            raise DuetRefused(_("Сначала согласитесь участвовать."))
        if speaker.sent_at is not None:
            raise DuetRefused(_("Ответы уже отправлены. Пока второй не прислал свои, их можно взять назад."))
        given = {answer.question_id: answer for answer in speaker.answers.all()}
        open_ones = [question.order for question in self.thing.questions.all() if not _is_given(given.get(question.pk))]
        if open_ones:
            numbers = ", ".join(str(number) for number in open_ones)
            raise DuetRefused(
                _("Без ответа вопросы: %(numbers)s. Напишите хоть слово или отметьте «Не буду отвечать».")
                % {"numbers": numbers}
            )

    def apply(self) -> None:
        speaker = self.speaker(self.voice)
        for answer in speaker.answers.all():
            if answer.draft != answer.sent or not answer.sent:
                answer.sent = answer.draft
                answer.text = "" if answer.is_silent else answer.draft.strip()
                answer.save(update_fields=["sent", "text"])
        speaker.sent_at = timezone.now()
        speaker.save(update_fields=["sent_at"])
        if all(one.sent_at for one in Speaker.objects.filter(project=self.thing)):
            if self.thing.state == ProjectState.INVITED:
                self.move(ProjectState.ANSWERING)
            self.move(ProjectState.EDITING)
            write_to_editor(self.thing, Occasion.BOTH_SENT, speaker)


class CallBackAnswers(OwnAction):
    """Takes the own answers back to change them, as long as the other of the two has not sent: nobody has read them."""

    log_action = "duet.project.call_back"

    def check(self) -> None:
        if self.thing.state not in WRITING_STATES:
            raise DuetRefused(_("Ответы прислали оба, редактор уже работает. Напишите ему, что поправить."))
        super().check()
        if self.speaker(self.voice).sent_at is None:
            raise DuetRefused(_("Ответы ещё не отправлены: их можно править."))

    def apply(self) -> None:
        Speaker.objects.filter(pk=self.speaker(self.voice).pk).update(sent_at=None)


@transaction.atomic
def keep_drafts(project: DuetProject, voice: Voice, written: Mapping[int, Written]) -> bool:
    """Keep what one of the two has written so far, without a line in the history; False when it is too late.

    Nothing of it is seen by anybody else; answers to questions of another project are passed over. The project is
    locked and read anew: what a slow autosave brings after the answers were sent changes nothing of them.
    """
    DuetProject.objects.select_for_update().get(pk=project.pk)
    project = DuetProject.objects.for_words().get(pk=project.pk)
    speaker = project.by_voice.get(voice)
    if speaker is None or speaker.sent_at is not None or project.state not in WRITING_STATES:
        return False
    stored = {answer.question_id: answer for answer in speaker.answers.all()}
    for question in project.questions.all():
        if question.pk in written:
            own = written[question.pk]
            answer = stored.get(question.pk) or Answer(question=question, speaker=speaker)
            answer.draft = own.text.replace("\r\n", "\n").replace("\0", "")[:LONGEST_ANSWER]
            answer.is_silent = own.is_silent and not answer.draft.strip()
            answer.text = "" if answer.is_silent else answer.text
            answer.save()
    return True


def _is_given(answer: Answer | None) -> bool:
    return answer is not None and bool(answer.draft.strip() or answer.is_silent)
