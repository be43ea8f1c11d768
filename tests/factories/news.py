from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from cms.news.models import EventPage, NewsIndexPage, NewsPage
from cms.territories.models import Municipality

_numbers = count(1)


def news(where: Municipality | None, **fields: Any) -> NewsPage:
    """A published piece of news in the section of a branch, which has to be open."""
    return _add(where, NewsPage(**{"title": "Новость", **fields}))


def event(where: Municipality | None, **fields: Any) -> EventPage:
    """A published event, tomorrow in the lyceum unless told otherwise."""
    usual = {"title": "Событие", "starts_at": timezone.now() + timedelta(days=1), "place": "Лицей № 4"}
    return _add(where, EventPage(**{**usual, **fields}))


def _add(where: Municipality | None, page: Any) -> Any:
    page.slug = page.slug or f"zapis-{next(_numbers)}"
    return NewsIndexPage.objects.get(municipality=where).add_child(instance=page)
