"""Words that stand on every kind of paper, and what of typed text can be printed at all."""

from __future__ import annotations

import unicodedata

from django.utils.translation import gettext as _

from cms.papers.words import Paper

#: Categories of Unicode that no sheet shows: control characters, halves of pairs, private and unassigned signs.
UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})


def printable_lines(text: str) -> list[str]:
    """The lines of a text without what cannot be printed; a tab becomes a space."""
    lines = text.replace("\t", " ").splitlines()
    return ["".join(letter for letter in line if unicodedata.category(letter) not in UNSEEN) for line in lines]


def foot_lines(paper: Paper) -> list[str]:
    """The words of the foot: the way of the paper, and the sum by which it is known again."""
    checksum = _("Контрольная сумма %(sum)s") % {"sum": f"{paper.checksum[:8]}…{paper.checksum[-8:]}"}
    if not paper.sources:
        return [checksum]
    chain = " / ".join(str(source) for source in paper.sources)
    return [_("Источник: %(chain)s.") % {"chain": chain}, checksum]
