"""What writes cost: one mentor rewritten, from the save to the index, and the index built anew."""

import statistics
from itertools import count

from benchmarks.rounds import clock
from mentoring.bank.models import Mentor
from search.embedded.engine import EmbeddedEngine
from search.engines import get_engine
from search.freshness.models import Change
from search.mentors.schema import KIND

_NUMBERS = count(1)


def rebuild() -> tuple[float, int]:
    """Build the index from nothing: processor seconds, documents."""
    Change.objects.all().delete()
    started = clock()
    documents = get_engine().rebuild(KIND)
    return clock() - started, documents


def rewrite(times: int = 30) -> float:
    """Median processor seconds in which the engine takes up one changed mentor: document, posting lists, orders."""
    engine, taken = EmbeddedEngine(), []
    chosen = list(Mentor.objects.filter(selection_state="in-bank").order_by("?").values_list("pk", flat=True)[:times])
    for pk in chosen:
        # An update, not a save: its note waits for the engine and is worked off within the measured time.
        Mentor.objects.filter(pk=pk).update(about=f"Поправлено {next(_NUMBERS)} раз. Жду молодых педагогов.")
        started = clock()
        engine.refresh()
        taken.append(clock() - started)
    return statistics.median(taken)
