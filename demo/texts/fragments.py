"""How the fragments of the texts are written down and read."""

from dataclasses import dataclass

from demo.words import phrases as split_phrases


@dataclass(frozen=True, slots=True)
class Topic:
    """What one can say about a subject or direction.

    ``phrases`` stand in the accusative («разобрать что?»), ``sentences`` stand alone, ``genitive`` ends a position
    («учитель чего?») and is empty where nobody is called so.
    """

    phrases: tuple[str, ...]
    sentences: tuple[str, ...]
    genitive: str = ""


def lines(text: str) -> tuple[str, ...]:
    """The non-empty lines of a block of text, stripped."""
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


def topic(genitive: str, phrases: str, sentences: str) -> Topic:
    """A topic from a line of phrases separated by semicolons and a block of sentences."""
    return Topic(split_phrases(phrases), lines(sentences), genitive)
