"""Acts of other regions: kept as examples, and marked, for they bind nobody here."""

from __future__ import annotations

import re
from typing import Any

from cms.acts.enums import Level
from cms.territories.models import Region

#: «Волгоградской области», «Пермского края», «Республики Карелия», as issuers are called.
_REGION = re.compile(
    r"[А-ЯЁ][а-яё-]+(?:ой|ей|ого|его) (?:области|края|автономной области|автономного округа(?: [–—-] [А-ЯЁ][а-яё]+)?)"
    r"|Республики [А-ЯЁ][\wё-]+(?: [–—(-]+\s?[А-ЯЁ][\wё-]+\)?)?|(?:города )?(?:Москвы|Санкт-Петербурга|Севастополя)\b"
)


def other_region(act: Any, own: str | None = None) -> str:
    """The region, in the genitive, that issued the act and is not ours; empty for every other act.

    What the editor entered, else what the issuer of a regional act calls itself. ``own`` is the genitive of our
    region's name, for those who ask about many acts.
    """
    if act.other_region:
        return str(act.other_region)
    if act.level == Level.FEDERAL:
        return ""
    ours = own_region() if own is None else own
    found = _REGION.search(f"{act.issuer} {act.issuer_short}")
    if found is None or not ours or found[0].lower() in ours.lower() or ours.lower() in found[0].lower():
        return ""
    return found[0]


def own_region() -> str:
    """The genitive of our region's name; empty before it is entered, and then nobody is called a stranger."""
    return Region.objects.order_by("pk").values_list("name_genitive", flat=True).first() or ""
