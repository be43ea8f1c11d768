"""What a document is found by, the same for every engine."""

from dataclasses import dataclass

from search.interface.documents import Document
from search.interface.schema import Schema, TextKind
from search.language.names import name_keys
from search.language.stems import stems
from search.language.stopwords import STOPWORDS
from search.language.tokens import words

#: Raise it when the same text begins to give other terms: every index then asks for a rebuild.
VERSION = 1


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
        found[field.kind].update(words(document.texts.get(field.name) or ""))
    names = found[TextKind.NAME]
    titles = found[TextKind.TITLE] - STOPWORDS
    bodies = found[TextKind.BODY] - STOPWORDS
    return Terms(
        names=frozenset(key for word in names for key in name_keys(word)),
        titles=frozenset(stem for word in titles for stem in stems(word)),
        bodies=frozenset(stem for word in bodies for stem in stems(word)),
        words=frozenset(names | titles | bodies),
    )
