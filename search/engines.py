"""Which engine answers here: `DUET_SEARCH_ENGINE` in the settings, the embedded one unless told otherwise."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from search.interface.engine import Engine

EMBEDDED = "search.embedded.engine.EmbeddedEngine"


@cache
def get_engine(path: str = "") -> Engine:
    """The engine of this process."""
    engine: Engine = import_string(path or getattr(settings, "DUET_SEARCH_ENGINE", EMBEDDED))()
    return engine
