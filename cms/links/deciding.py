"""Says of two links that look alike that both are right, or takes that back."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.actions import Action, Refused
from cms.links.models import LinkPlace, LookAlike


class _OnPair(Action):
    """Decides on a pair; only who works with both links may."""

    permission: ClassVar[str] = "change"
    thing: LookAlike

    def check_permission(self) -> None:
        if self.user is None:
            return
        both = {self.thing.one_id, self.thing.other_id}
        seen = LinkPlace.objects.seen_by(self.user).filter(link__in=both).values_list("link", flat=True)
        if set(seen) != both:
            raise PermissionDenied(_("Одна из ссылок стоит в материалах, которые ведёте не вы."))

    def log_data(self) -> dict[str, Any]:
        return {"one": self.thing.one.address, "other": self.thing.other.address}


class AcceptAlike(_OnPair):
    """«Так и надо»: the pair is told of no more, until one of the two links changes."""

    log_action = "duet.lookalike.accept"

    def check(self) -> None:
        if self.thing.accepted_at is not None:
            raise Refused(_("Уже отмечено: %(who)s, %(day)s.") % self.thing.decision)

    def apply(self) -> None:
        self.thing.accepted_by = self.user  # type: ignore[assignment]  # who may do it has an account
        self.thing.accepted_at = timezone.now()
        self.thing.save()


class ReviveAlike(_OnPair):
    """The pair is told of again."""

    log_action = "duet.lookalike.revive"

    def check(self) -> None:
        if self.thing.accepted_at is None:
            raise Refused(_("Пара и так стоит среди похожих."))

    def apply(self) -> None:
        self.thing.accepted_by = self.thing.accepted_at = None
        self.thing.save()


def tell_of_pairs(actions: Any) -> None:
    """Register how the decisions read in the history."""
    accepted, revived = gettext_lazy("Похожие ссылки: так и надо"), gettext_lazy("Похожие ссылки: снова под вопросом")
    actions.register_action(AcceptAlike.log_action, accepted, accepted)
    actions.register_action(ReviveAlike.log_action, revived, revived)
