"""The line by which an act is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.acts.enums import KIND_GENITIVE, KIND_INSTRUMENTAL, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Any


def citation(act: Any) -> str:
    """«приказ управления образования от 25.09.2023 № 07-01-05-503», as far as the act knows its own data."""
    return cite(Kind(act.kind).label, act.issuer_short, act.date, act.number)


def short_citation(act: Any) -> str:
    """«Приказ № 214-о», for crumbs and lists."""
    words = cite(Kind(act.kind).label, "", None, act.number)
    return words[:1].upper() + words[1:]


def genitive(act: Any) -> str:
    """«приказа управления образования от …»: what another act rests on."""
    return _in_case(act, KIND_GENITIVE)


def instrumental(act: Any) -> str:
    """«приказом управления образования от …»: by what something was cancelled."""
    return _in_case(act, KIND_INSTRUMENTAL)


def cite(kind: Any, issuer: str, on: date | None, number: str) -> str:
    """The known parts in the order of an official citation."""
    parts = [str(kind), issuer.strip(), f"от {on:%d.%m.%Y}" if on else "", f"№ {number}" if number.strip() else ""]
    return " ".join(part for part in parts if part).replace("№ ", "№\u00a0")


def _in_case(act: Any, kinds: Mapping[Any, Any]) -> str:
    return cite(kinds[Kind(act.kind)], act.issuer_short, act.date, act.number)
