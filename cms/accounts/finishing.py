"""The end of a workflow: the revision that the last approver read goes live, without a right to publish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # Wagtail imports this module while its own models are being made
    from wagtail.models import WorkflowState


def publish_what_was_approved(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish the revision of the last task; what has its own ``publish_approved`` does it itself."""
    thing: Any = workflow_state.content_object
    thing = getattr(thing, "specific", thing)
    task_state = workflow_state.current_task_state
    revision = task_state.revision if task_state is not None else thing.get_latest_revision()
    if hasattr(thing, "publish_approved"):
        thing.publish_approved(revision, user)
    else:
        revision.publish(user=user, skip_permission_checks=True)
