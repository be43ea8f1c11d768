"""What is done with stages: started, given documents, closed, reopened; each stands in the history of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.documents.models import Document

from cms.accounts.permissions import user_can
from cms.accounts.territory import User
from cms.actions import Action, Refused
from cms.acts.models import ActPage
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.stages.enums import PERSONAL_RESULTS, STAGE_TRANSITIONS, ResultKind, StageState
from mentoring.programmes.stages.models import ProgrammeStage, StageResult
from mentoring.programmes.stages.table import LAST, STAGES, Stage


class StageRefused(Refused):
    """The stage cannot be moved this way, or the document does not suit it."""


class ProgrammeAction(Action):
    """An action on a programme, under the lock of its page."""

    thing: ProgrammePage

    def check_permission(self) -> None:
        if self.user is not None and not user_can(self.user, self.permission, self.thing):
            raise PermissionDenied

    def state_of(self, number: int) -> StageState:
        """Where a stage stands now."""
        row = self.thing.stages.filter(number=number).first()
        return StageState(row.state) if row else StageState.PLANNED


class StageAction(ProgrammeAction):
    """Moves one stage of a programme to ``to_state``."""

    to_state: ClassVar[StageState]

    def __init__(self, programme: ProgrammePage, stage: Stage, user: User | None) -> None:
        super().__init__(programme, user)
        self.stage = stage

    def check(self) -> None:
        state = self.state_of(self.stage.number)
        if self.to_state not in STAGE_TRANSITIONS[state]:
            raise StageRefused(
                _("Этап сейчас в состоянии «%(state)s»: это действие не подходит.") % {"state": state.label}
            )

    def apply(self) -> None:
        self.put(self.stage.number, self.to_state)

    def put(self, number: int, state: StageState) -> None:
        """Store the state of a stage."""
        changed = {"state": state, "changed_on": timezone.localdate()}
        ProgrammeStage.objects.update_or_create(programme=self.thing, number=number, defaults=changed)

    def log_data(self) -> dict[str, Any]:
        return {"stage": self.stage.number}


class StartStage(StageAction):
    """Begins the work on a stage; stages may go side by side, but begin in their order."""

    log_action = "duet.stage.start"
    to_state = StageState.UNDER_WAY

    def check(self) -> None:
        super().check()
        if self.state_of(self.stage.number) == StageState.CLOSED:
            raise StageRefused(_("Этап закрыт. Его можно вернуть в работу, назвав причину."))
        begun = set(self.thing.stages.exclude(state=StageState.PLANNED).values_list("number", flat=True))
        ahead = next(
            (stage for stage in STAGES if stage.number < self.stage.number and stage.number not in begun), None
        )
        if ahead is not None:
            raise StageRefused(
                _("Этапы начинают по порядку: сначала начните этап %(number)d, «%(title)s».")
                % {"number": ahead.number, "title": ahead.title}
            )


class ReasonedStageAction(StageAction):
    """A move that is made for a written reason, which stands in the history."""

    def __init__(self, programme: ProgrammePage, stage: Stage, user: User | None, reason: str) -> None:
        super().__init__(programme, stage, user)
        self.reason = reason.strip()

    def check(self) -> None:
        super().check()
        if not self.reason:
            raise StageRefused(_("Запишите причину."))

    def log_data(self) -> dict[str, Any]:
        return {**super().log_data(), "note": self.reason}


class UnstartStage(ReasonedStageAction):
    """Takes back the start of a stage that was begun too early; its documents stay where they are."""

    log_action = "duet.stage.unstart"
    to_state = StageState.PLANNED

    def check(self) -> None:
        super().check()
        later = self.thing.stages.filter(number__gt=self.stage.number).exclude(state=StageState.PLANNED).last()
        if later is not None:
            raise StageRefused(
                _("Уже начат этап %(number)d: этапы идут по порядку. Сначала верните в ожидание его.")
                % {"number": later.number}
            )


class CloseStage(StageAction):
    """Closes a stage whose documents are all there, and begins the next one that still lies ahead."""

    log_action = "duet.stage.close"
    to_state = StageState.CLOSED

    def check(self) -> None:
        super().check()
        present = set(self.thing.stage_results.in_place().values_list("kind", flat=True))
        missing = [kind.label for kind in self.stage.results if kind not in present]
        if missing:
            words = ", ".join(str(label) for label in missing)
            raise StageRefused(_("Этап закроется, когда будет приложено: %(missing)s.") % {"missing": words})

    def apply(self) -> None:
        super().apply()
        following = self.stage.number + 1
        if following <= LAST and self.state_of(following) == StageState.PLANNED:
            self.put(following, StageState.UNDER_WAY)


class ReopenStage(ReasonedStageAction):
    """Takes a closed stage back to work, for a reason."""

    log_action = "duet.stage.reopen"
    to_state = StageState.UNDER_WAY

    def check(self) -> None:
        if self.state_of(self.stage.number) != StageState.CLOSED:
            raise StageRefused(_("Этап не закрыт: возвращать его в работу не нужно."))
        super().check()


class AttachResults(ProgrammeAction):
    """Puts documents, acts and closed files into their places in a stage; a new one takes the place of the old."""

    log_action = "duet.stage.attach"

    def __init__(
        self,
        programme: ProgrammePage,
        stage: Stage,
        user: User | None,
        given: Mapping[ResultKind, Document | ActPage | File],
    ) -> None:
        super().__init__(programme, user)
        self.stage = stage
        self.given = given

    def check(self) -> None:
        if not self.given:
            raise StageRefused(_("Выберите хотя бы один документ."))
        if self.state_of(self.stage.number) == StageState.CLOSED:
            raise StageRefused(_("Этап закрыт. Чтобы заменить документ, сначала верните этап в работу."))
        for kind, thing in self.given.items():
            if kind not in self.stage.results:
                raise StageRefused(_("Документ «%(kind)s» относится к другому этапу.") % {"kind": kind.label})
            if isinstance(thing, (Document, ActPage)) and kind in PERSONAL_RESULTS:
                raise StageRefused(_("«%(kind)s» называет людей: загрузите закрытым файлом.") % {"kind": kind.label})
            if isinstance(thing, ActPage):
                self._check_act(thing)

    def _check_act(self, act: ActPage) -> None:
        """A result is shown to visitors: a draft, one's own or another's, proves nothing to them."""
        if not ActPage.objects.public_now().filter(pk=act.pk).exists():
            raise StageRefused(_("Акт «%(act)s» не опубликован: сначала опубликуйте его.") % {"act": act.title})

    def apply(self) -> None:
        old = {result.kind: result for result in self.thing.stage_results.all()}
        for kind, thing in self.given.items():
            result = old.get(kind.value) or StageResult(programme=self.thing, kind=kind)
            _forget_file(result)
            result.document = thing if isinstance(thing, Document) else None
            result.act = thing if isinstance(thing, ActPage) else None
            result.file = "" if isinstance(thing, (Document, ActPage)) else thing
            result.attached_on = timezone.localdate()
            result.save()

    def log_data(self) -> dict[str, Any]:
        return {"stage": self.stage.number, "kinds": [kind.value for kind in self.given]}


def _forget_file(result: StageResult) -> None:
    """A replaced file goes when the change is certain."""
    if result.file:
        storage, name = result.file.storage, str(result.file.name)
        transaction.on_commit(lambda: storage.delete(name))


def stage_by_number(number: int) -> Stage | None:
    """The stage with this number, if there is one."""
    return next((stage for stage in STAGES if stage.number == number), None)
