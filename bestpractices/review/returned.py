"""A practice that came back with remarks: whose turn it is, in words for one reader."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticePage
from bestpractices.review.models import StageState
from cms.accounts.people import name_of
from cms.accounts.territory import User


def after_a_return(practice: PracticePage, stage: StageState | None, user: User) -> str:
    """The author and the sender mend it; who returned it and their colleagues wait for one of them."""
    sender = stage.workflow_state.requested_by if stage else None
    if user.pk in {practice.owner_id, getattr(sender, "pk", None)}:
        return _("исправьте замечания и отправьте снова")
    at_work = next((person for person in (practice.owner, sender) if person is not None and person.is_active), None)
    if at_work is None:
        return _("автор здесь больше не работает: исправить и отправить может любой, кто пишет практики района")
    if stage is not None and stage.finished_by_id == user.pk:
        return _("вы вернули с замечаниями, ждём автора: %(name)s") % {"name": name_of(at_work)}
    return _("ждём автора: %(name)s") % {"name": name_of(at_work)}
