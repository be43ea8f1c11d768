"""Words that stand in every text and tell nothing about it."""

from collections.abc import Iterable

_WORDS = """
    а без бы в во да для до же за и из или их к как ко ли на над не ни но о об обо от по под при про с со то у что
    чтобы это этот кто где мне мой моя мои нам наш вам ваш его ее он она они мы вы я ты быть есть был была были
    который которая которые также тоже между через около после перед the of and for in
"""
STOPWORDS = frozenset(_WORDS.split())


def telling(found: Iterable[str]) -> list[str]:
    """The normalised words without those that tell nothing: documents, queries and synonyms drop the same ones."""
    return [word for word in found if word not in STOPWORDS]
