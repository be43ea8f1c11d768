"""How a name of a reference table is said to a reader: forms and tables keep the words of the official paper."""

from __future__ import annotations

import re

from django.utils.text import capfirst

#: Words of the paper, in lower case, and what people say.
_SAID = {
    "молодой/начинающий педагог": "молодой педагог",
    "педагог, находящийся в процессе адаптации на новом месте работы": "педагог на новом месте работы",
    "педагог, не владеющий современными технологиями": "педагог, который осваивает современные технологии",
}
_EITHER = re.compile(r"(?<=[^\W\d])\s*/\s*(?=[^\W\d])")


def spoken(name: str) -> str:
    """«Молодой педагог» for «Молодой/начинающий педагог»; «или» for a slash between other words."""
    said = _SAID.get(" ".join(name.split()).lower())
    if said is None:
        return _EITHER.sub(" или ", name)
    return capfirst(said) if name[:1].isupper() else said
