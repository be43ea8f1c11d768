"""The list of a section of acts."""

from __future__ import annotations

from typing import Any

from cms.acts.citing import citation


def act_list(index: Any, request: Any) -> list[dict[str, str]]:
    from cms.acts.models import ActPage

    home = index.get_parent()
    acts = ActPage.objects.public_now().inside(home.path).latest_first()
    return [{"title": act.title, "url": act.get_url(request), "text": citation(act)} for act in acts]
