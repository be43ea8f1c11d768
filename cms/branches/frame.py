"""The frame of the site: homes of municipalities and their sections, which only the centre takes away or moves."""

from __future__ import annotations

from wagtail.models import PagePermissionTester


class NeverCopiedTester(PagePermissionTester):
    """A page that stands for one thing of the world has no double."""

    def can_copy(self) -> bool:
        return False


class FramePermissionTester(NeverCopiedTester):
    """Asks for the centre's right where a page of the frame would be removed, hidden, moved or doubled."""

    def _rules(self) -> bool:
        return bool(self.user.is_active and (self.user.is_superuser or "bulk_delete" in self.permissions))

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self._rules() and bool(super().can_delete(ignore_bulk))

    def can_unpublish(self) -> bool:
        return self._rules() and bool(super().can_unpublish())

    def can_set_view_restrictions(self) -> bool:
        return self._rules() and bool(super().can_set_view_restrictions())
