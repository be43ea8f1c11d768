"""What a document is found by, the same for every engine."""

from dataclasses import dataclass
from functools import lru_cache

from search.interface.documents import Document
from search.interface.schema import Schema, TextKind
from search.language import schools
from search.language.initials import initial_keys
from search.language.names import name_keys
from search.language.stems import lemma_terms, stems
from search.language.stopwords import STOPWORDS
from search.language.tokens import tokens, words

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
    whole: dict[TextKind, set[str]] = {kind: set() for kind in TextKind}
    for field in schema.texts:
        if text := document.texts.get(field.name):
            if field.kind is TextKind.NAME:
                there, terms = words(text), initial_keys(list(tokens(text)))
            else:
                read = _kept_text if len(text) <= LONGEST_KEPT else _text
                there, terms = read(text, field.kind is TextKind.PLACE)
            found[field.kind].update(there)
            whole[field.kind].update(terms)
    names = found[TextKind.NAME]
    titles = (found[TextKind.TITLE] | found[TextKind.PLACE]) - STOPWORDS
    bodies = found[TextKind.BODY] - STOPWORDS
    return Terms(
        names=frozenset(whole[TextKind.NAME]).union(*map(name_keys, names)),
        titles=frozenset((whole[TextKind.TITLE] | whole[TextKind.PLACE]).union(*map(_forms, titles))),
        bodies=frozenset(whole[TextKind.BODY].union(*map(_forms, bodies))),
        words=frozenset(names | titles | bodies),
    )


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, ...]:
    """Everything that a word of a title or of a body is found by."""
    return (*stems(word), *lemma_terms(word))


def _text(text: str, is_place: bool) -> tuple[list[str], set[str]]:
    """The words of a text, and the terms of the schools that it names."""
    there = words(text)
    shortened = schools.spelled_out(there)
    return [*there, *shortened], schools.terms(there, is_place=is_place)


@lru_cache(maxsize=4096)
def _kept_text(text: str, is_place: bool) -> tuple[list[str], set[str]]:
    """The same of a short text: thousands of documents share the name of a school or of a subject."""
    return _text(text, is_place)
