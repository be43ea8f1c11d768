"""`/health/`: every part of the site in a line of text, or in JSON for machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.health.registry import Health, parts
from cms.version import VERSION

WORDS = {Health.GOOD: "ok", Health.DEGRADED: "degraded", Health.BROKEN: "broken"}


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 while the site works, also with a part that somebody should look at; 503 once a part is broken."""
    findings = [(part, part.find()) for part in parts]
    worst = max((finding.health for _part, finding in findings), default=Health.GOOD)
    status = 503 if worst is Health.BROKEN else 200
    if _wants_json(request):
        body = {
            part.code: {"status": WORDS[finding.health], "words": finding.words, "label": str(part.label)}
            for part, finding in findings
        }
        return JsonResponse({"status": WORDS[worst], "version": VERSION, "parts": body}, status=status)
    title = {Health.GOOD: _("Всё работает"), Health.DEGRADED: _("Работает с оговорками"), Health.BROKEN: _("Сломано")}
    lines = [f"{title[worst]}", ""]
    lines += [f"{WORDS[finding.health]:9} {part.label}: {finding.words}" for part, finding in findings]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8", status=status)


def _wants_json(request: HttpRequest) -> bool:
    asked_for = request.GET.get("format") == "json"
    return asked_for or (request.accepts("application/json") and not request.accepts("text/plain"))


urlpatterns = [path("health/", health, name="health")]
