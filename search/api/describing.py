"""The parameters of a search for the OpenAPI document, from the same declaration that reads them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from cms.open_data.resources import Resource
from search.faceted.catalogue import Catalogue


def parameters(catalogue: Catalogue) -> dict[str, Any]:
    """``openapi_extra`` of an operation."""
    orders, sizes = list(catalogue.orders), list(catalogue.sizes)
    described = [
        _parameter("q", _("Слова запроса; опечатки и раскладка исправляются"), {"type": "string"}),
        *(
            _parameter(facet.name, _("%s: коды; несколько значений – любое из них") % facet.label, _CODES)
            for facet in catalogue.facets
        ),
        _parameter("exact", _("1 – искать слова как написаны"), {"type": "string", "enum": ["0", "1"]}),
        _parameter("sort", _("Порядок"), {"type": "string", "enum": orders, "default": orders[0]}),
        _parameter("size", _("Сколько на странице"), {"type": "integer", "enum": sizes, "default": sizes[0]}),
        _parameter("page", _("Номер страницы"), {"type": "integer", "minimum": 1, "default": 1}),
    ]
    return {"parameters": described}


def selecting_parameters(resource: Resource) -> list[dict[str, Any]]:
    """The parameters of a list of records."""
    usual = min(50, resource.most)
    return [
        _parameter(
            "changed_since",
            _("Только изменившееся после этого момента, и номера снятого"),
            {"type": "string", "format": "date-time"},
        ),
        _parameter("municipality", _("Код муниципалитета"), {"type": "string"}),
        _parameter(
            "limit",
            _("Сколько записей в ответе"),
            {"type": "integer", "minimum": 1, "maximum": resource.most, "default": usual},
        ),
        _parameter("cursor", _("Место следующей порции, из links.next"), {"type": "string"}),
        fields_parameter(resource),
    ]


def fields_parameter(resource: Resource) -> dict[str, Any]:
    """The choice of fields."""
    names = ", ".join(resource.schema.model_fields)
    return _parameter("fields", _("Поля через запятую: %s") % names, {"type": "string"})


_CODES = {"type": "array", "items": {"type": "string"}}


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}
