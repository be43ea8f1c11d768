"""What a term means."""

from enum import IntEnum

SEPARATOR = "\x1f"  # parts of a term: facet and code, group and text


class Family(IntEnum):
    """The families of terms; rows of the log use the same numbers."""

    EVERYTHING = 0  # all documents; the term is empty
    FACET = 1  # facet SEPARATOR code
    NAME = 2  # key of a word of a person's name
    TITLE = 3  # stem
    BODY = 4  # stem
    WORD = 5  # a word as it is written: the vocabulary
    SUGGESTION = 6  # group SEPARATOR text
    # Only in the log:
    SHELF = 20  # the term is the sort, the chunk the number of the shelf
    CARD = 21  # the chunk is the number of the document
    GENERATION = 22  # the term is the kind whose living generation changed
    SYNONYMS = 23


TEXTS = (Family.NAME, Family.TITLE, Family.BODY)
