"""Background work as a guest of the web process: a small site needs nothing but its web server."""

from __future__ import annotations

from django.conf import settings

from cms.work.worker import Worker


def start_inside() -> Worker | None:
    """Start the background work in this process, once it serves; None where a worker of its own is to do it."""
    if settings.DUET_BACKGROUND != "inside":
        return None
    worker = Worker(inside=True)
    worker.start()
    return worker
