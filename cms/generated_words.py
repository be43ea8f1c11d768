"""What Wagtail composes from the names of our kinds agrees with them: «Добавить пару», «Практика «…» создана».

The catalogue (``cms/locale``) says after the place of a name in which case it stands, ``%(model_name)s[вин]``, or after
which number, ``%(model_name)s[№ count]``, and after a word with which name it agrees, ``создан[model_name]``. A time
that has passed, ``%(time_period)s[срок]``, is said as «назад» asks for it: «1 неделю, 2 дня назад».
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import trans_real

from cms.declension import CASES, agreeing, counted_name, declined, passed
from cms.wording import within

_NAME = re.compile(rf"%\((?P<name>\w+)\)s\[(?:(?P<case>{'|'.join(CASES)})|№ (?P<count>\w+)|(?P<time>срок))\]")
_AGREES = re.compile(r"(?P<word>[а-яё]+)\[(?P<name>[a-z_]+)\]", re.IGNORECASE)


class GeneratedPhrase(str):
    """A phrase of the catalogue whose names and words agree once it is filled."""

    __slots__ = ()

    def __mod__(self, values: Any) -> str:
        if not isinstance(values, Mapping):
            return str(self) % values
        words = _NAME.sub(lambda found: _named(found, values).replace("%", "%%"), str(self))
        words = _AGREES.sub(lambda found: agreeing(found["word"], within(str(values[found["name"]]))), words)
        said = words % values
        return capfirst(said) if _NAME.match(self) else said


def _named(found: re.Match[str], values: Mapping[str, Any]) -> str:
    if found["time"]:
        return passed(str(values[found["name"]]))
    name = within(str(values[found["name"]]))  # Wagtail begins it with a capital
    return declined(name, found["case"]) if found["case"] else counted_name(int(values[found["count"]]), name)


def let_names_agree() -> None:
    """At start-up: phrases of the Russian catalogue that say how a name stands in them fill themselves."""
    for catalogue in trans_real.translation("ru")._catalog._catalogs:  # type: ignore[attr-defined]
        for key, phrase in catalogue.items():
            if isinstance(phrase, str) and (_NAME.search(phrase) or _AGREES.search(phrase)):
                catalogue[key] = GeneratedPhrase(phrase)
