"""The short way of an editor's correction: the municipality alone reads the difference, and it is on the site."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Workflow

from bestpractices.journal.enums import What
from bestpractices.practices.corrections import too_much
from bestpractices.practices.models import PracticePage
from bestpractices.review.actions import ReviewRefused
from bestpractices.review.models import ReviewPolicy, StageState
from bestpractices.review.submitting import Sending, obstacles


def correction_workflow() -> Workflow | None:
    """The stages of a correction; None where the region has none."""
    workflow: Workflow | None = ReviewPolicy.current().corrections
    return workflow if workflow is not None and workflow.active else None


def is_correction(stage: StageState | None) -> bool:
    """Whether this stage reads an editor's correction."""
    corrections = ReviewPolicy.current().corrections_id
    return stage is not None and corrections is not None and stage.workflow_state.workflow_id == corrections


def no_correction(practice: PracticePage) -> str:
    """Why the draft of a practice cannot go the short way, in a sentence; empty if it can."""
    if not practice.live or practice.live_revision is None:
        return _("Коротким путём идёт только правка опубликованной практики.")
    if correction_workflow() is None:
        return _("Регион не настроил короткий путь для правок. Отправьте практику на полную проверку.")
    if why := too_much(practice.live_revision.as_object(), practice.get_latest_revision_as_object()):
        return _("Это не редакторская правка: %(why)s Отправьте практику на полную проверку.") % {"why": why}
    return ""


class SendCorrection(Sending):
    """Sends a few corrected words of a published practice to the municipality; the page stays as it is meanwhile."""

    what = What.CORRECT

    def check(self) -> None:
        super().check()
        if why := no_correction(self.thing):
            raise ReviewRefused(why)
        if found := obstacles(self.thing.get_latest_revision_as_object()):
            raise ReviewRefused(" ".join(found))

    def apply(self) -> None:
        self.begin(correction_workflow())
        self.tell()
