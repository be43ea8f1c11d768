"""Which terms a document stands under, and how they are kept to be compared later."""

import zlib
from collections import defaultdict

from search.embedded.families import SEPARATOR, Family
from search.interface.documents import Document
from search.interface.errors import SearchError
from search.interface.schema import Schema
from search.language.analysis import analyse

Term = tuple[int, str]  # family, term
# Numbers of the families: a document has hundreds of terms, and an enum's member is slow to name.
_EVERYTHING, _FACET, _NAME, _TITLE, _BODY, _WORD, _SUGGESTION = map(
    int,
    (Family.EVERYTHING, Family.FACET, Family.NAME, Family.TITLE, Family.BODY, Family.WORD, Family.SUGGESTION),
)
LONGEST_SUGGESTION = 300  # characters


def terms_of(schema: Schema, document: Document) -> set[Term]:
    """All terms of a document; raises SearchError for a facet that the schema does not declare."""
    if strange := set(document.facets) - set(schema.facet_names):
        raise SearchError(f"{schema.kind} {document.id}: undeclared facets {sorted(strange)}")
    analysed = analyse(schema, document)
    terms: set[Term] = {(_EVERYTHING, "")}
    terms.update([(_FACET, f"{name}{SEPARATOR}{code}") for name, codes in document.facets.items() for code in codes])
    terms.update([(_NAME, key) for key in analysed.names])
    terms.update([(_TITLE, stem) for stem in analysed.titles])
    terms.update([(_BODY, stem) for stem in analysed.bodies])
    terms.update([(_WORD, word) for word in analysed.words])
    for group, text in document.suggestions:
        terms.add((_SUGGESTION, f"{group}{SEPARATOR}{text[:LONGEST_SUGGESTION]}"))
    return terms


def packed(terms: set[Term]) -> bytes:
    """The terms as a short string of bytes."""
    by_family: defaultdict[int, list[str]] = defaultdict(list)
    for family, term in terms:
        by_family[family].append(term)
    lines = [f"{family}:{term}" for family in sorted(by_family) for term in sorted(by_family[family])]
    return zlib.compress("\n".join(lines).encode(), 1)


def unpacked(stored: bytes) -> set[Term]:
    """The terms that were packed."""
    lines = zlib.decompress(stored).decode().split("\n")
    return {(int(family), term) for family, _, term in (line.partition(":") for line in lines)}
