"""The school puts its accepted book on its page, and takes it off."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from bestpractices.yearbook.actions.moving import BookAction, BookRefused
from bestpractices.yearbook.enums import PUBLISHABLE_STATES


class PublishBook(BookAction):
    """Visitors read the edition that the centre accepted."""

    log_action = "duet.yearbook.publish"
    from_states = PUBLISHABLE_STATES

    def check(self) -> None:
        super().check()
        if self.thing.published_at is not None:
            raise BookRefused(_("Сборник уже на странице школы."))

    def apply(self) -> None:
        self.thing.published_at = timezone.now()
        self.thing.save(update_fields=["published_at"])


class UnpublishBook(BookAction):
    """The book leaves the page; its state stays."""

    log_action = "duet.yearbook.unpublish"
    from_states = PUBLISHABLE_STATES

    def check(self) -> None:
        super().check()
        if self.thing.published_at is None:
            raise BookRefused(_("Сборника и так нет на странице школы."))

    def apply(self) -> None:
        self.thing.published_at = None
        self.thing.save(update_fields=["published_at"])
