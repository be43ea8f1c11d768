"""What a document is found by, the same for every engine."""

from dataclasses import dataclass
from functools import lru_cache

from search.interface.documents import Document
from search.interface.schema import Schema, TextKind
from search.language.names import name_keys
from search.language.stems import lemma_terms, stems
from search.language.stopwords import STOPWORDS
from search.language.tokens import words

#: Raise it when the same text begins to give other terms: every index then asks for a rebuild.
VERSION = 2
LONGEST_KEPT = 250  # characters of a text whose words are remembered


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one document by kind of text, and its words as they are written."""

    names: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    words: frozenset[str]


def analyse(schema: Schema, document: Document) -> Terms:
    """The terms of a document."""
    found: dict[TextKind, set[str]] = {kind: set() for kind in TextKind}
    for field in schema.texts:
        if text := document.texts.get(field.name):
            found[field.kind].update(_kept_words(text) if len(text) <= LONGEST_KEPT else words(text))
    names = found[TextKind.NAME]
    titles = found[TextKind.TITLE] - STOPWORDS
    bodies = found[TextKind.BODY] - STOPWORDS
    return Terms(
        names=frozenset().union(*map(name_keys, names)),
        titles=frozenset().union(*map(stems, titles), *map(lemma_terms, titles)),
        bodies=frozenset().union(*map(stems, bodies), *map(lemma_terms, bodies)),
        words=frozenset(names | titles | bodies),
    )


@lru_cache(maxsize=4096)
def _kept_words(text: str) -> tuple[str, ...]:
    """The words of a short text: thousands of documents share the name of a school or of a subject."""
    return tuple(words(text))
