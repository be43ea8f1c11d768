"""Word forms: a word is its Snowball stem and the stems of all its lemmas; two words match if they share one."""

import re
import threading
from functools import lru_cache

import Stemmer

from search.language.morphology import lemmas

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
