"""Who tries link after link, or knocks at one without pause, waits; counted in the cache that all processes share."""

from __future__ import annotations

from django.http import HttpRequest

from cms.caching.counting import count_of, counted_in
from cms.security.visitors import network_mark

#: Links that do not open, from one network, in a window.
WRONG_TRIES = 20
#: Requests with one link in a window; autosave alone makes about 10 a minute.
REQUESTS = 240
WINDOW = 600  # seconds


def tried_too_often(request: HttpRequest) -> bool:
    """Whether this network opened so many dead links that even a living one has to wait."""
    return count_of(WINDOW, _network(request)) >= WRONG_TRIES


def note_wrong_try(request: HttpRequest) -> None:
    """Count a link that did not open."""
    counted_in(WINDOW, _network(request))


def asks_too_often(link_id: int) -> bool:
    """Count a request with a living link; True where they are too many."""
    return counted_in(WINDOW, f"personal-link-{link_id}") > REQUESTS


def _network(request: HttpRequest) -> str:
    return "personal-links-" + network_mark(request, "cms.personal_links")[:32]
