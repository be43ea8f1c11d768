"""Each approves their own final words, once they have seen exactly these; and may take the approval back."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.duets.actions.answering import OwnAction
from mentoring.duets.actions.editing import back_to_editing
from mentoring.duets.actions.moving import DuetRefused
from mentoring.duets.enums import APPROVED_STATES, WORDING_STATES, ProjectState, Voice
from mentoring.duets.letters import Occasion, write_to_editor
from mentoring.duets.models import DuetProject, Speaker
from mentoring.duets.words import share_hash


class ApproveWords(OwnAction):
    """Records with time and mark that this person agrees to exactly the words that the page showed."""

    log_action = "duet.project.approve"
    from_states = frozenset({ProjectState.EDITING})

    def __init__(self, project: DuetProject, voice: Voice, shown_hash: str) -> None:
        super().__init__(project, voice)
        self.shown_hash = shown_hash

    def check(self) -> None:
        super().check()
        if self.thing.offered_at is None:
            raise DuetRefused(_("Редактор ещё работает над словами. Он напишет, когда их можно утверждать."))
        if self.shown_hash != share_hash(self.words(), self.voice):
            raise DuetRefused(_("Пока вы читали, редактор изменил слова. Прочитайте их ещё раз."))

    def apply(self) -> None:
        Speaker.objects.filter(pk=self.speaker(self.voice).pk).update(
            approved_at=timezone.now(), approved_hash=self.shown_hash, remark=""
        )
        words = self.words()
        stored = {Voice(one.voice): one.approved_hash for one in Speaker.objects.filter(project=self.thing)}
        if all(stored.get(voice) == share_hash(words, voice) for voice in Voice):
            self.move(ProjectState.APPROVED)
            write_to_editor(self.thing, Occasion.BOTH_APPROVED, self.speaker(self.voice))

    def log_data(self) -> dict[str, Any]:
        return {"note": f"{self.speaker(self.voice)}, {self.shown_hash[:12]}"}


class AskForChanges(OwnAction):
    """Tells the editor what to mend; an approval that was given is taken back, and the page with it."""

    log_action = "duet.project.remark"
    from_states = WORDING_STATES

    def __init__(self, project: DuetProject, voice: Voice, remark: str) -> None:
        super().__init__(project, voice)
        self.remark = remark.replace("\0", "").strip()[:2000]

    def check(self) -> None:
        super().check()
        if not self.remark:
            raise DuetRefused(_("Напишите, что поправить."))

    def apply(self) -> None:
        speaker = self.speaker(self.voice)
        Speaker.objects.filter(pk=speaker.pk).update(remark=self.remark, approved_at=None, approved_hash="")
        if self.thing.state in APPROVED_STATES:
            back_to_editing(self)
        write_to_editor(self.thing, Occasion.REMARK, speaker)
