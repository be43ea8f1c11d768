"""Word forms: a word is its Snowball stem and the stems of all its lemmas; two words match if they share one.

Forms of one word of the dictionary share a lemma as well; with a stem alone in common they are kin: готов, готовил.
"""

import re
import threading
from functools import lru_cache

import Stemmer

from search.language.morphology import is_word, lemmas

_RUSSIAN = re.compile(r"[а-я]{3,}")
_local = threading.local()  # a stemmer is not safe to share between threads


def snowball(word: str) -> str:
    """The Snowball stem of a normalised Russian word; other words are their own stem."""
    if not _RUSSIAN.fullmatch(word):
        return word
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = Stemmer.Stemmer("russian", 0)
    stem: str = stemmer.stemWord(word)
    return stem


@lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[str, ...]:
    """All stems of a normalised word, its own first."""
    own = snowball(word)
    if not _RUSSIAN.fullmatch(word):
        return (own,)
    return tuple(dict.fromkeys([own, *sorted(map(snowball, lemmas(word)))]))


@lru_cache(maxsize=20_000)
def lemma_terms(word: str) -> tuple[str, ...]:
    """The lemmas of a normalised word of the dictionary, marked so that none is taken for a stem; else none."""
    if not _RUSSIAN.fullmatch(word) or not is_word(word):
        return ()
    return tuple(f"={lemma}" for lemma in sorted(lemmas(word)))
