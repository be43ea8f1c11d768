"""«/api/»: what programs may read here, told to the people who write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from ninja.throttling import SimpleRateThrottle

from cms.appearance.pieces import Crumb
from cms.open_data.resources import Resource, resources
from cms.sharing.address import site_root
from search.api.examples import examples, signature_example


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of records on the page: where it is, how many at once, and its fields with what they mean."""

    name: str
    label: str
    url: str
    most: int
    fields: tuple[tuple[str, str], ...]


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The page for programmers."""
    limit, seconds = SimpleRateThrottle("1/m").parse_rate(settings.DUET_API_RATE)
    context = {
        "crumbs": (Crumb(_("Данные для программ")),),
        "kinds": [_kind(resource) for resource in resources],
        "parameters": _parameters(),
        "errors": _errors(),
        "examples": examples(site_root()),
        "signature": signature_example(),
        "limit": limit,
        "seconds": seconds,
        "openapi": reverse("api:openapi-json"),
        "pages": reverse("api:pages"),
    }
    return render(request, "search/api/about.html", context)


def _kind(resource: Resource) -> Kind:
    fields = tuple((name, field.description or "") for name, field in resource.schema.model_fields.items())
    return Kind(resource.name, str(resource.label), reverse(f"api:{resource.name}"), resource.most, fields)


def _parameters() -> tuple[tuple[str, str], ...]:
    return (
        ("limit", _("Сколько записей в ответе. Если не сказано, 50.")),
        ("cursor", _("Место следующей порции. Сами его не составляйте: берите адрес из links.next.")),
        ("fields", _("Какие поля нужны, через запятую. Номер id есть всегда.")),
        ("municipality", _("Код муниципалитета: только его записи.")),
        (
            "changed_since",
            _("Момент по ISO 8601: только то, что с тех пор изменилось, и номера того, что снято с публикации."),
        ),
    )


def _errors() -> tuple[tuple[Any, ...], ...]:
    return (
        (400, _("Ошибка в условиях поиска, по строке на каждую.")),
        (404, _("Такого адреса или такой записи нет, или она открыта не всем.")),
        (405, _("Здесь можно только читать: GET, HEAD и OPTIONS.")),
        (422, _("Ошибка в limit, cursor, fields, municipality или changed_since; ответ говорит, как написать верно.")),
        (429, _("Запросов слишком много. Подождите столько секунд, сколько стоит в заголовке Retry-After.")),
        (503, _("Поиск сейчас не отвечает. Повторите через полминуты.")),
    )
