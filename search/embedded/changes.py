"""Changes of posting lists, gathered over many documents and written at once."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from pyroaring import BitMap

from search.embedded.rows import batches, fetch, marks
from search.embedded.terms import Term

CHUNK_BITS = 16  # 65,536 documents in one posting list

_UPSERT = """
    INSERT INTO duet_search_posting (generation_id, family, term, chunk, size, bitmap)
    VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (generation_id, family, term, chunk) DO UPDATE SET size = excluded.size, bitmap = excluded.bitmap
"""
_DELETE = "DELETE FROM duet_search_posting WHERE generation_id = %s AND family = %s AND term = %s AND chunk = %s"
_LOG = "INSERT INTO duet_search_logentry (token, generation_id, family, term, chunk) VALUES (%s, %s, %s, %s, %s)"

Place = tuple[int, str, int]  # family, term, chunk


class PostingChanges:
    """Documents that enter and leave posting lists of one generation."""

    def __init__(self, generation: int) -> None:
        self.generation = generation
        # By chunk, then by term: most documents of a rebuild fall into one chunk.
        self._added: defaultdict[int, defaultdict[Term, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._removed: defaultdict[int, defaultdict[Term, list[int]]] = defaultdict(lambda: defaultdict(list))

    def replace(self, number: int, before: set[Term], after: set[Term]) -> None:
        """The document stood under `before`, and now stands under `after`."""
        chunk = number >> CHUNK_BITS
        added, removed = self._added[chunk], self._removed[chunk]
        for term in after - before if before else after:
            added[term].append(number)
        for term in before - after:
            removed[term].append(number)

    def places(self) -> list[Place]:
        """The posting lists that change, in order."""
        return sorted(
            (family, term, chunk)
            for chunk in self._added.keys() | self._removed.keys()
            for family, term in self._added[chunk].keys() | self._removed[chunk].keys()
        )

    def write(self) -> None:
        """Read the posting lists that change, and write them back changed."""
        written: list[tuple[Any, ...]] = []
        emptied: list[tuple[Any, ...]] = []
        places = self.places()
        stored = self._stored(places)
        for place in places:
            bitmap = stored.get(place) or BitMap()
            # Removed first: a number may leave one document and enter another in the same stroke.
            family, term, chunk = place
            bitmap -= BitMap(self._removed[chunk].get((family, term), ()))
            bitmap |= BitMap(self._added[chunk].get((family, term), ()))
            if bitmap:
                written.append((self.generation, *place, len(bitmap), bitmap.serialize()))
            else:
                emptied.append((self.generation, *place))
        run_many(_UPSERT, written)
        run_many(_DELETE, emptied)

    def _stored(self, places: Sequence[Place]) -> dict[Place, BitMap]:
        found: dict[Place, BitMap] = {}
        by_family: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        for family, term, chunk in places:
            by_family[family, chunk].append(term)
        for (family, chunk), terms in by_family.items():
            for batch in batches(terms):
                sql = f"""
                    SELECT term, bitmap FROM duet_search_posting
                    WHERE generation_id = %s AND family = %s AND chunk = %s AND term IN ({marks(batch)})
                """
                for term, bitmap in fetch(sql, [self.generation, family, chunk, *batch]):
                    found[family, term, chunk] = BitMap.deserialize(bytes(bitmap))
        return found


def run_many(sql: str, parameters: Sequence[Sequence[Any]]) -> None:
    """Run a statement once for each row of parameters."""
    if parameters:
        with connection.cursor() as cursor:
            cursor.executemany(sql, parameters)


def write_log(token: int, generation: int, entries: Iterable[tuple[int, str, int]]) -> None:
    """Tell all processes what changed: (family, term, chunk)."""
    run_many(_LOG, [(token, generation, int(family), term, chunk) for family, term, chunk in entries])


def shelf_size(documents: int) -> int:
    """How many documents a shelf should hold, so that neither shelves nor their contents grow too many."""
    return max(64, min(2048, math.isqrt(max(0, documents))))
