"""Word forms for the search: those of any word, and those of people's names."""

from cms.morphology import analyser, lemmas

__all__ = ["analyser", "lemmas", "personal_lemmas"]

PERSONAL = {"Surn", "Name", "Patr"}


def personal_lemmas(word: str) -> set[str]:
    """Dictionary forms under which the word may be part of one person's name."""
    found = set()
    for parse in analyser().parse(word):
        grammemes = set(parse.tag.grammemes)
        # «Петров» is also «of several Peters»: a plural says nothing of one person.
        if PERSONAL & grammemes and "plur" not in grammemes:
            found.add(parse.normal_form.replace("ё", "е"))
    return found
