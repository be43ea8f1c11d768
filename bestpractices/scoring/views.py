"""The expert's page, with an account and by a personal link; and the centre's view of all experts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from bestpractices.queues.gathering import reach
from bestpractices.queues.views import OwnDoor
from bestpractices.review.forms import ReasonForm
from bestpractices.review.grants import Act, may
from bestpractices.review.models import ReviewPolicy
from bestpractices.review.reading import Reading, reading
from bestpractices.scoring.actions import DeclineReview, ExpertAction, GiveScores, ReplaceExpert
from bestpractices.scoring.enums import ReviewStatus
from bestpractices.scoring.forms import DeclineForm, ScoreForm
from bestpractices.scoring.models import ExpertReview
from bestpractices.scoring.notices import PURPOSE
from bestpractices.scoring.results import calibrations
from cms.actions import Refused
from cms.drafts.last_change import Change
from cms.drafts.middleware import about
from cms.drafts.policies import Device, keeps_drafts
from cms.personal_links.doors import personal
from cms.personal_links.models import PersonalLink


def forms_for(request: HttpRequest, review: ExpertReview) -> tuple[ScoreForm, DeclineForm, Reading]:
    """The two forms of an expert, one of them filled, and the text with the fields for remarks beside its parts."""
    declines = "decline" in request.POST
    posted = request.POST if request.method == "POST" else None
    score = ScoreForm(posted if not declines else None)
    decline = DeclineForm(posted if declines else None)
    field_form = score if review.status == ReviewStatus.ASKED else None
    is_blind = ReviewPolicy.current().hides_author
    text = reading(review.state.page, review.state.revision, form=field_form, is_blind=is_blind)
    score.initial["seen"] = text.stamp
    return score, decline, text


def answered(request: HttpRequest, review: ExpertReview, *, user: Any, by_link: bool) -> tuple[str, dict[str, Any]]:
    """Handle a request of an expert: words of what was done («» if nothing yet), and the context of the page."""
    score, decline, text = forms_for(request, review)
    context = {"review": review, "reading": text, "form": score, "decline": decline}
    form: forms.Form = decline if decline.is_bound else score
    if not form.is_bound or not form.is_valid():
        return "", context
    action: ExpertAction
    if form is decline:
        action = DeclineReview(review, user, decline.cleaned_data["reason"], by_link=by_link)
        words = _("Спасибо, что сказали. Практику передадут другому эксперту.")
    else:
        data = score.cleaned_data
        action = GiveScores(
            review, user, score.points(), data["seen"], data["comment"], score.remarks(), by_link=by_link
        )
        words = _("Спасибо, оценка записана. Изменить её уже нельзя.")
    try:
        action.execute()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return "", context
    return words, context


def decided(review: ExpertReview) -> Change | None:
    """How an expert's work has ended, as the expert reads it; the history of the practice does not name experts."""
    said = {
        ReviewStatus.SCORED: _("Уже оценено"),
        ReviewStatus.DECLINED: _("Уже передано другому эксперту"),
        ReviewStatus.REPLACED: _("Практику передали другому эксперту"),
    }
    done = said.get(ReviewStatus(review.status))
    if done is None or review.finished_at is None:
        return None
    is_own = review.status != ReviewStatus.REPLACED
    return Change("", None, review.finished_at, "", done=done, is_own=is_own)


def _asked(pk: int) -> ExpertReview:
    reviews = ExpertReview.objects.select_related("expert", "state__page__municipality", "state__revision")
    reviews = reviews.prefetch_related("scores__criterion", "remarks")
    return get_object_or_404(reviews, pk=pk)


@keeps_drafts(Device.LASTING)
class ScoreView(WagtailAdminTemplateMixin, View):
    """One practice before an expert with an account; the work of others does not exist."""

    template_name = "bestpractices/admin/score.html"
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        review = _asked(kwargs["pk"])
        if review.expert.user_id != request.user.pk or not may(request.user, Act.SCORE, review.state.page):
            raise Http404
        about(request, review.state.page, decided(review))
        words, context = answered(request, review, user=request.user, by_link=False)
        if words:
            messages.success(request, words)
            return HttpResponseRedirect(reverse("practice_queue"))
        return render(request, self.template_name, self.get_context_data(**context))

    def get_page_title(self) -> str:
        return _("Оценка практики")

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": reverse("practice_queue"), "label": _("Практики")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_open = kwargs["review"].status == ReviewStatus.ASKED
        return {**super().get_context_data(**kwargs), "is_open": is_open}


@keeps_drafts(Device.LASTING)
@personal(PURPOSE)
def score_by_link(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The same page without an account; the link opens this one work and no other."""
    if not isinstance(link.subject, ExpertReview):
        raise Http404
    review = _asked(link.subject.pk)
    about(request, review.state.page, decided(review))
    words, context = answered(request, review, user=None, by_link=True)
    if words:
        context["review"] = _asked(review.pk)  # with the points that were just given
    context |= {"done": words, "is_open": not words and review.status == ReviewStatus.ASKED}
    return render(request, "bestpractices/score_by_link.html", context)


class ReplaceView(OwnDoor, FormView):
    """The centre takes a silent expert off."""

    template_name = "mentoring/admin/action.html"
    form_class = ReasonForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.review = _asked(kwargs["pk"])
        if not may(request.user, Act.ASSIGN, self.review.state.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Заменить эксперта: %(name)s") % {"name": self.review.expert}

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        try:
            ReplaceExpert(self.review, self.request.user, form.cleaned_data["reason"]).execute()
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Эксперт заменён, следующему отправлено письмо."))
        return HttpResponseRedirect(reverse("practice_experts"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(button=_("Заменить"), back_url=reverse("practice_experts"), **kwargs)


class ExpertsView(OwnDoor, TemplateView):
    """All experts: who is kind, who is strict, who is late."""

    template_name = "bestpractices/admin/experts.html"
    header_icon = "group"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not reach(request.user, Act.ASSIGN):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Эксперты и их оценки")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reviews = list(ExpertReview.objects.with_scores().select_related("state__page").order_by("due_on", "pk"))
        waiting = [
            review for review in reviews if review.status == ReviewStatus.ASKED and review.state.status == "in_progress"
        ]
        return super().get_context_data(lines=calibrations(reviews), waiting=waiting, **kwargs)
