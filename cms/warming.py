"""What a server process does before its first visitor, so that nobody waits for what is made once a process."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import connections
from django.urls import NoReverseMatch, reverse

logger = logging.getLogger(__name__)


def _addresses() -> None:
    """The table of all addresses, which is made when the first one is asked for."""
    try:
        reverse("mentor-search")
    except NoReverseMatch:
        logger.debug("a site without our addresses")


#: Each does nothing that lasts; applications add theirs when they are loaded.
steps: list[Callable[[], object]] = [_addresses]


def warm_up() -> None:
    """Do every step. One that fails (tables that are not migrated yet, a search server that is away) is left out."""
    try:
        for step in steps:
            try:
                step()
            except Exception:  # whatever stops it here is told to the visitor whom it stops, in words
                logger.info("not prepared: %s", step.__qualname__, exc_info=True)
    finally:
        connections.close_all()  # requests are answered in other threads, by connections of their own
