"""Word lists that stay readable: many short words in one block of text."""


def words(text: str) -> tuple[str, ...]:
    """The words of a block of text, split at white space."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a block of text, separated by semicolons."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip())
