"""The operations of every registered kind of records: a list in portions, and a single one."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Union

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from ninja import NinjaAPI

from cms.open_data.reading import looked_at, one, portion
from cms.open_data.resources import Resource, Told, resources
from cms.sharing.address import site_root
from search.api.describing import fields_parameter, selecting_parameters
from search.api.problems import Mistake
from search.api.schemas import Answer, PortionOut, Problem
from search.api.selecting import chosen_fields, cursor, only, selection

LAST_KEY = 2**63 - 1  # no database keeps a larger one
PROBLEMS = {frozenset({400, 404, 422, 429, 503}): Problem}
#: Seconds for which a record without people may be kept by whoever asked.
KEPT = 300


def add_records(api: NinjaAPI) -> None:
    """Give every kind its addresses; the list of mentors is a search as well, and stands by itself."""
    for resource in resources:
        name, label = resource.name, str(resource.label)
        if name != "mentors":
            api.get(
                name,
                response={200: PortionOut[resource.schema], **PROBLEMS},  # type: ignore[name-defined]
                openapi_extra={"parameters": selecting_parameters(resource)},
                summary=label,
                operation_id=name,
                url_name=name,
            )(_list_of(resource))
        api.get(
            f"{name}/{{int:pk}}",
            response={200: resource.schema, **PROBLEMS},
            openapi_extra={"parameters": [fields_parameter(resource)]},
            summary=_("%(label)s: одна запись") % {"label": label},
            operation_id=f"{name}-one",
            url_name=f"{name}-one",
        )(_single(resource))


def list_schema(resource: Resource) -> Any:
    """What the list of mentors answers: found ones with facets, or a portion of all."""
    return Union[Answer[resource.schema], PortionOut[resource.schema]]  # type: ignore[name-defined]  # noqa: UP007


def answer_portion(request: HttpRequest, resource: Resource) -> HttpResponse:
    """A portion of the records, with what is gone meanwhile."""
    wanted, fields = selection(request.GET, resource)
    as_of, found = looked_at(), portion(resource, wanted)
    root = site_root()
    absolute, query = request.build_absolute_uri, request.GET.copy()
    if found.next_after:
        query["cursor"] = cursor(found.next_after)
    said = {
        "items": [only(with_address(resource, told, root), fields) for told in found.records],
        "gone": [{"id": number, "updated": moment} for number, moment in found.gone],
        "as_of": as_of,
        "links": {
            "self": absolute(),
            "next": absolute(f"{request.path}?{query.urlencode()}") if found.next_after else None,
        },
    }
    return said_in_json(said, resource)


def said_in_json(said: Any, resource: Resource | None = None) -> HttpResponse:
    """The answer; what names nobody may be kept for a while."""
    body = json.dumps(said, cls=DjangoJSONEncoder, ensure_ascii=False)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    if resource is not None and not resource.has_people:
        response["Cache-Control"] = f"public, max-age={KEPT}"
    return response


def _list_of(resource: Resource) -> Callable[[HttpRequest], Any]:
    def records(request: HttpRequest) -> HttpResponse:
        return answer_portion(request, resource)

    records.__doc__ = str(_("Всё, что открыто посетителям сейчас; с changed_since – что изменилось и что снято."))
    return records


def _single(resource: Resource) -> Callable[..., Any]:
    def record(request: HttpRequest, pk: int) -> HttpResponse:
        fields = chosen_fields(request.GET, resource.schema.model_fields)
        told = one(resource, pk) if pk <= LAST_KEY else None
        if told is None:
            raise Mistake(HTTPStatus.NOT_FOUND, str(_("Такой записи нет, или она открыта не всем.")))
        response = said_in_json(only(with_address(resource, told, site_root()), fields), resource)
        response["Last-Modified"] = http_date(told["updated"].timestamp())
        return response

    return record


def with_address(resource: Resource, told: Told, root: str) -> Told:
    """The record with the address at which programs read it alone."""
    return {**told, "api_url": root + reverse(f"api:{resource.name}-one", args=[told["id"]])}
