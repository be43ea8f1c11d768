"""Two revisions of a practice compared in words, for those who may read both."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.models import Revision

from bestpractices.practices.differences import differences
from bestpractices.review.grants import Act, may
from bestpractices.review.models import StageState
from bestpractices.review.views import PracticeDoor


class DifferenceView(PracticeDoor, TemplateView):
    """What changed from one revision to another of this very practice."""

    template_name = "bestpractices/admin/difference.html"

    def get_page_title(self) -> str:
        return _("Что изменилось")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        before, after = self.revision(kwargs["before"]), self.revision(kwargs["after"])
        changes = differences(before.as_object(), after.as_object())
        words = {"practice": self.practice, "before": before, "after": after, "changes": changes}
        return {**super().get_context_data(**kwargs), **words}

    def revision(self, pk: int) -> Revision:
        """A revision of this practice; the regional centre sees those that were sent or published."""
        found: Revision | None = Revision.objects.for_instance(self.practice).filter(pk=pk).first()
        if found is None or not (may(self.request.user, Act.READ, self.practice) or self.was_sent(found)):
            raise Http404
        return found

    def was_sent(self, revision: Revision) -> bool:
        sent = StageState.stages.of(self.practice).values_list("revision_id", flat=True)
        return revision.pk in {*sent, self.practice.live_revision_id}
