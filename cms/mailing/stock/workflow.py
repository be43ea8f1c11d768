"""Mails about moderation: the next people are asked, the sender hears the verdict, each by one mail.

The receivers stand in the places of Wagtail's own (the same ``dispatch_uid`` and sender), so these are not called.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from cms.accounts.people import name_of
from cms.mailing.addresses import absolute
from cms.mailing.kinds import register_mail_kind
from cms.mailing.stock.carriers import write
from cms.mailing.stock.people import may_open, who_decide, who_want
from cms.wording import sentence

KIND = register_mail_kind("workflow", gettext_lazy("проверка текста"))


def ask_who_decide(instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    """A text waits for a verdict: write to those who give it."""
    thing = _thing(instance.workflow_state)
    people = [person for person in who_decide(instance, thing) if user is None or person.pk != user.pk]
    if not (asked := who_want(people, "submitted")):
        return
    sender = instance.workflow_state.requested_by
    lines = [_("Текст «%(title)s» ждёт вашего решения.") % {"title": _title(thing)}]
    if sender is not None:
        lines.append(sentence(_("Кто прислал: %(name)s") % {"name": name_of(sender)}))
    subject = _("Ждёт вас: «%(title)s»") % {"title": _title(thing)}
    write(thing, asked, subject, _body(thing, lines), kind=KIND, key=f"workflow-asked-{instance.pk}")


def tell_approved(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """The last verdict was given: write to whoever sent the text."""
    _tell(instance, user, "approved", _("Одобрено: «%(title)s»"), _("Текст «%(title)s» одобрен."))


def tell_returned(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """The text needs changes: write to whoever sent it, with the words of the verdict."""
    words = _("Текст «%(title)s» вернули на доработку. Исправьте его и отправьте на проверку снова.")
    _tell(instance, user, "rejected", _("Вернули на доработку: «%(title)s»"), words)


def tell_nobody_else(**kwargs: Any) -> None:
    """A workflow begins: who must act hears of its first step already."""


def _tell(state: WorkflowState, user: Any, notification: str, subject: str, words: str) -> None:
    step = TaskState.objects.select_related("task").filter(pk=state.current_task_state_id).first()
    sender = state.requested_by
    if step is None or getattr(step.task.specific, "tells_by_itself", False) or sender is None or sender == user:
        return
    thing = _thing(state)
    people = [person for person in who_want([sender], notification) if may_open(person, thing)]
    title = {"title": _title(thing)}
    lines = [words % title]
    if step.comment:
        lines.append(_("Замечание: %(words)s") % {"words": step.comment})
    if people:
        write(thing, people, subject % title, _body(thing, lines), kind=KIND, key=f"workflow-{notification}-{step.pk}")


def _thing(state: WorkflowState) -> Any:
    thing = state.content_object
    return thing.specific if isinstance(thing, Page) else thing


def _title(thing: Any) -> str:
    """The title of the latest draft, as the editor shows it."""
    return str(thing.get_admin_display_title() if isinstance(thing, Page) else thing)


def _body(thing: Any, lines: list[str]) -> str:
    address = AdminURLFinder().get_edit_url(thing)
    return "\n".join([*lines, *(["", absolute(address)] if address else [])])


def register() -> None:
    """Take Wagtail's places, whichever of the two applications starts first."""
    for signal, sender, receiver, place in (
        (task_submitted, TaskState, ask_who_decide, "group_approval_task_submitted_email_notification"),
        (workflow_submitted, WorkflowState, tell_nobody_else, "workflow_state_submitted_email_notification"),
        (workflow_rejected, WorkflowState, tell_returned, "workflow_state_rejected_email_notification"),
        (workflow_approved, WorkflowState, tell_approved, "workflow_state_approved_email_notification"),
    ):
        signal.disconnect(sender=sender, dispatch_uid=place)
        signal.connect(receiver, sender=sender, dispatch_uid=place)
