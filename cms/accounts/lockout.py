"""After ten wrong passwords in a row for one name from one address the door stays shut for a quarter of an hour."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.wording import counted
from cms.work.clock import SLACK
from cms.work.periodic import periodic

KEPT = timedelta(days=1)


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    """The page that says how long to wait, and what to do meanwhile."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    wait = counted(minutes, "минуту", "минуты", "минут")
    return render(request, "accounts/locked_out.html", {"wait": wait}, status=429)


@periodic(every=KEPT, at=time(3, 30), label=_("Уборка: неудачные попытки входа"))
def forget_attempts() -> None:
    """Names and addresses of failed attempts are kept for a day."""
    now = timezone.now()
    AccessAttempt.objects.filter(attempt_time__lt=now - KEPT).delete()


@periodic(every=timedelta(hours=1), label=_("Часы: попытки входа из будущего"))
def forget_attempts_to_come() -> None:
    """Attempts that a clock which was ahead has written down would shut the door until that day."""
    AccessAttempt.objects.filter(attempt_time__gt=timezone.now() + SLACK).delete()
