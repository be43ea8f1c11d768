"""Which terms a document stands under, and how they are kept to be compared later."""

import zlib

from search.embedded.families import SEPARATOR, Family
from search.interface.documents import Document
from search.interface.errors import SearchError
from search.interface.schema import Schema
from search.language.analysis import analyse

Term = tuple[int, str]  # family, term
LONGEST_SUGGESTION = 300  # characters


def terms_of(schema: Schema, document: Document) -> set[Term]:
    """All terms of a document; raises SearchError for a facet that the schema does not declare."""
    if strange := set(document.facets) - set(schema.facet_names):
        raise SearchError(f"{schema.kind} {document.id}: undeclared facets {sorted(strange)}")
    analysed = analyse(schema, document)
    terms: set[Term] = {(int(Family.EVERYTHING), "")}
    terms.update(
        (int(Family.FACET), f"{name}{SEPARATOR}{code}") for name, codes in document.facets.items() for code in codes
    )
    terms.update((int(Family.NAME), key) for key in analysed.names)
    terms.update((int(Family.TITLE), stem) for stem in analysed.titles)
    terms.update((int(Family.BODY), stem) for stem in analysed.bodies)
    terms.update((int(Family.WORD), word) for word in analysed.words)
    for group, text in document.suggestions:
        terms.add((int(Family.SUGGESTION), f"{group}{SEPARATOR}{text[:LONGEST_SUGGESTION]}"))
    return terms


def packed(terms: set[Term]) -> bytes:
    """The terms as a short string of bytes."""
    return zlib.compress("\n".join(f"{family}:{term}" for family, term in sorted(terms)).encode(), 1)


def unpacked(stored: bytes) -> set[Term]:
    """The terms that were packed."""
    lines = zlib.decompress(stored).decode().split("\n")
    return {(int(family), term) for family, _, term in (line.partition(":") for line in lines)}
