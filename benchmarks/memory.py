"""What the index adds to a process: `python -m benchmarks.memory` prints it as JSON, in bytes.

Measured in a process of its own after everything else is loaded: code, templates, the words of the facets, the
dictionary of word forms. Linux only.
"""

import gc
import json
import os
import sys
from pathlib import Path

import django


def resident() -> int:
    """Bytes of this process that stand in memory now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Load the snapshot, then answer everything."""
    django.setup()
    from benchmarks.queries import asked
    from search.embedded import rows
    from search.engines import get_engine
    from search.interface import Query
    from search.language.stems import stems
    from search.mentors.schema import KIND

    rows.head()
    before = resident()
    stems("слово")
    words = resident()
    counts = get_engine().search(KIND, Query()).facets
    snapshot = resident()
    for one in asked(counts):
        get_engine().search(KIND, one.query)
    answered = resident()
    json.dump(
        {"dictionary": words - before, "snapshot": snapshot - words, "answered": answered - words},
        sys.stdout,
    )


if __name__ == "__main__":
    main()
