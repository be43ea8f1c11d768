"""The review page: the text as it was sent, what was said about it, and the verdict."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from bestpractices.journal.models import Decision
from bestpractices.practices.differences import differences
from bestpractices.practices.models import PracticePage
from bestpractices.review.correcting import is_correction, no_correction
from bestpractices.review.discretion import for_authors, learns_experts
from bestpractices.review.enums import Move, State
from bestpractices.review.forms import VerdictForm
from bestpractices.review.grants import Act, may
from bestpractices.review.looks import Look, note_look, others_looking
from bestpractices.review.models import Remark
from bestpractices.review.reading import reading
from bestpractices.review.returned import after_a_return
from bestpractices.review.rights import may_read, moves_of
from bestpractices.review.standing import standing
from bestpractices.review.status_line import status_line
from bestpractices.review.verdicts import ApprovePractice, RejectPractice, ReturnPractice, Seen, Verdict
from bestpractices.scoring.models import ExpertReview
from bestpractices.scoring.results import results
from cms.accounts.seen import AnotherRevision
from cms.actions import Refused
from cms.drafts.policies import Device, keeps_drafts

VERDICTS: dict[str, type[Verdict]] = {
    Move.APPROVE: ApprovePractice,
    Move.RETURN: ReturnPractice,
    Move.REJECT: RejectPractice,
}
QUEUE = "practice_queue"


@keeps_drafts(Device.LASTING)
class PracticeDoor(WagtailAdminTemplateMixin):
    """The door of every admin page about one practice: others' drafts do not exist."""

    request: HttpRequest
    practice: PracticePage
    header_icon = "clipboard-list"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.practice = get_object_or_404(PracticePage.objects.select_related("municipality", "owner"), pk=kwargs["pk"])
        self.now = standing(self.practice)
        if not may_read(request.user, self.practice, self.now):
            raise Http404
        self.moves = moves_of(request.user, self.practice, self.now)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": reverse(QUEUE), "label": _("Практики")},
            {"url": reverse("practice_review", args=[self.practice.pk]), "label": self.practice.title},
        ]

    def get_page_subtitle(self) -> str:
        return str(self.practice.title)


class ReviewView(PracticeDoor, FormView):
    """One practice in its review."""

    template_name = "bestpractices/admin/review.html"
    form_class = VerdictForm

    def get_page_title(self) -> str:
        return _("Проверка практики")

    @property
    def may_decide(self) -> bool:
        return Move.APPROVE in self.moves

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method == "POST" and not self.may_decide:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: VerdictForm) -> HttpResponse:
        data = form.cleaned_data
        seen = Seen(stage_id=data["stage"], revision=data["seen"])
        verdict = VERDICTS[data["move"]](self.practice, self.request.user, seen, data["reason"], form.remarks())
        try:
            verdict.execute()
        except AnotherRevision as refusal:
            return self.form_invalid(form, refusal)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        after = standing(PracticePage.objects.get(pk=self.practice.pk))
        words = {"title": self.practice.title, "state": after.state.label}
        messages.success(self.request, _("«%(title)s»: теперь %(state)s.") % words)
        return HttpResponseRedirect(reverse(QUEUE))

    def form_invalid(self, form: VerdictForm, changed: AnotherRevision | None = None) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, changed=changed))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or (self.get_form() if self.may_decide else None)
        revision = self.revision_to_read()
        previous = Look.objects.of(self.request.user, self.practice).first()
        context = super().get_context_data(form=form, **kwargs)
        context |= {
            "practice": self.practice,
            "reading": reading(self.practice, revision, form=form if self.may_decide else None) if revision else None,
            "stage": self.now.stage,
            "standing": self.now,
            "cells": status_line(self.practice, self.now),
            "moves": self.moves,
            "may_correct": Move.SUBMIT in self.moves and self.practice.live and not no_correction(self.practice),
            "correction": self.correction(revision),
            "turn": self.turn(),
            "may_edit": self.now.allows(Move.SUBMIT) and may(self.request.user, Act.WRITE, self.practice),
            "remarks": Remark.objects.about(self.practice).told(),
            "scores": self.scores(),
            "shows_experts": learns_experts(self.request.user, self.practice),
            "decisions": self.decisions(),
            "looking": others_looking(self.practice, self.request.user),
            "newer_than_last_look": previous if previous and revision and previous.revision_id != revision.pk else None,
        }
        if self.request.method == "GET":
            note_look(self.practice, self.request.user, revision)
        return context

    def turn(self) -> str:
        """What a returned practice waits for, as this reader should hear it; empty in any other state."""
        if self.now.state != State.RETURNED:
            return ""
        return after_a_return(self.practice, self.now.stage, self.request.user)

    def correction(self, revision: Any) -> Any:
        """What an editor's correction changes on the site, part by part; None for any other review."""
        if not self.now.is_under_review or not is_correction(self.now.stage) or self.practice.live_revision is None:
            return None
        return differences(self.practice.live_revision.as_object(), revision.as_object())

    def revision_to_read(self) -> Any:
        """What is under review, else the latest words; the regional centre reads no words that were not sent."""
        if self.now.is_under_review or Move.SUBMIT in self.moves:
            return self.practice.get_latest_revision()
        return self.now.stage.revision if self.now.stage else self.practice.get_latest_revision()

    def scores(self) -> Any:
        """Experts' points for those who decide; the author sees them when the review is over."""
        stage = self.now.stage
        if stage is None or not (self.may_decide or not self.now.is_under_review):
            return None
        same = ExpertReview.objects.filter(state__workflow_state_id=stage.workflow_state_id)
        return results(same.scored().with_scores())

    def decisions(self) -> Any:
        return for_authors(Decision.objects.about(self.practice.pk))[:30]
