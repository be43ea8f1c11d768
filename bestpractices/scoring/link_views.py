"""The personal link of an expert without an account: copied once, renewed, revoked by the centre."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from bestpractices.queues.views import OwnDoor
from bestpractices.review.grants import Act, may
from bestpractices.scoring.enums import ReviewStatus
from bestpractices.scoring.models import ExpertReview
from bestpractices.scoring.notices import (
    GRACE,
    RenewExpertLink,
    RevokeExpertLink,
    holder_of,
    links_of,
    personal_address,
)
from cms.actions import Refused


class ExpertLinkView(OwnDoor, TemplateView):
    """Where the link of one expert stands, and what can be done with it; a new one is shown once."""

    template_name = "bestpractices/admin/expert_link.html"
    header_icon = "link"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        reviews = ExpertReview.objects.select_related("expert", "state__page")
        self.review = get_object_or_404(reviews, pk=kwargs["pk"])
        if not may(request.user, Act.ASSIGN, self.review.state.page):
            raise PermissionDenied
        if self.review.expert.user_id is not None or self.review.status != ReviewStatus.ASKED:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        what = request.POST.get("do", "")
        if what == "new":
            response = self.render_to_response(
                self.get_context_data(address=personal_address(self.review, self.request.user))
            )
            response["Cache-Control"] = "no-store, private"
            return response
        try:
            words = self._renewed() if what == "renew" else self._revoked() if what == "revoke" else ""
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, words or _("Ничего не изменилось."))
        return HttpResponseRedirect(reverse("practice_expert_link", args=[self.review.pk]))

    def get_page_title(self) -> str:
        return _("Личная ссылка эксперта: %(name)s") % {"name": self.review.expert}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        link = links_of(self.review).first()
        is_open = link is not None and link.is_in_force(timezone.now())
        may_renew = link is not None and link.revoked_at is None
        return super().get_context_data(review=self.review, link=link, is_open=is_open, may_renew=may_renew, **kwargs)

    def _renewed(self) -> str:
        ends = timezone.make_aware(datetime.combine(timezone.localdate() + GRACE, time(23, 59)))
        RenewExpertLink(self.review, holder_of(self.review), ends, self.request.user).execute()
        return _("Ссылка продлена до %(day)s: открывается та же.") % {"day": f"{ends:%d.%m.%Y}"}

    def _revoked(self) -> str:
        RevokeExpertLink(self.review, holder_of(self.review), self.request.user).execute()
        return _("Ссылка больше не открывается.")
