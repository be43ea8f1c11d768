"""The admin page of an action on a programme: the page itself is looked up, its own rights are asked."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mentoring.action_views import ActionView
from mentoring.programmes.models import ProgrammePage


class ProgrammeActionView(ActionView):
    """Performs an action on the programme in the address; who may not change the page is refused."""

    model = ProgrammePage

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super(ActionView, self).setup(request, *args, **kwargs)
        self.thing = get_object_or_404(ProgrammePage, pk=kwargs["pk"])

    def get_success_url(self) -> str:
        return reverse("programme_course", args=[self.thing.pk])
