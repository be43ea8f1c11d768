"""What Wagtail's admin may offer for a practice: writing by the table of grants, publishing never."""

from __future__ import annotations

from typing import Any

from wagtail.models import PagePermissionTester

from bestpractices.review.grants import Act, may, may_in
from cms.branches.frame import FramePermissionTester


class PracticeTester(PagePermissionTester):
    """Rights to one practice; they follow from appointments, and no page right of a group adds to them."""

    def __init__(self, user: Any, page: Any) -> None:
        super().__init__(user, page)
        self.permissions = {"add", "change"} if may(user, Act.WRITE, page) else set()

    def can_publish(self) -> bool:
        """Nobody, a superuser included: the end of a review publishes."""
        return False

    def can_unpublish(self) -> bool:
        """By the action that asks for a reason alone."""
        return False

    def can_submit_for_moderation(self) -> bool:
        """By the action that looks at the gate first (``bestpractices.review.submitting``)."""
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_lock(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """A draft that nobody is reading and that visitors never saw."""
        if self.page.live or self.page.first_published_at or self.page.workflow_in_progress:
            return False
        return self._writes()

    def can_edit(self) -> bool:
        return self._writes()

    def can_move_to(self, destination: Any) -> bool:
        """Inside the municipality, or a draft between two in which the user writes; never a text under review."""
        target = getattr(destination.specific, "municipality_id", None)
        if self.page.live or self.page.workflow_in_progress or not may_in(self.user, Act.WRITE, target):
            return False
        return bool(super().can_move_to(destination))

    def _writes(self) -> bool:
        return bool(self.user.is_active and may(self.user, Act.WRITE, self.page))


class PracticeIndexTester(FramePermissionTester):
    """Rights to a bank of practices: who writes there adds practices, nobody publishes one directly."""

    def __init__(self, user: Any, page: Any) -> None:
        super().__init__(user, page)
        if may(user, Act.WRITE, page):
            self.permissions = {*getattr(self, "permissions", ()), "add"}

    def can_add_subpage(self) -> bool:
        if not (self.user.is_active and may(self.user, Act.WRITE, self.page)):
            return False
        return any(model.can_create_at(self.page) for model in self.page.specific_class.creatable_subpage_models())

    def can_publish_subpage(self) -> bool:
        return False
