"""The operations of ``/api/v1/``."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import Throttled, ValidationError

from cms.freshness.remembered import remembered
from cms.health.storage import trouble_of
from cms.health.upgrading import COME_AGAIN
from cms.open_data.resources import resources
from cms.schema import is_behind
from search.api.answers import answer, mentor_items, page_fields, page_items
from search.api.describing import parameters, selecting_parameters
from search.api.problems import Mistake, problem
from search.api.records import LAST_KEY, PROBLEMS, add_records, answer_portion, list_schema, said_in_json
from search.api.schemas import Answer, PageOut, WholePageOut
from search.api.selecting import SELECTING, chosen_fields, only
from search.api.throttling import AddressThrottle
from search.interface import EngineUnavailable
from search.mentors.catalogue import MENTORS
from search.mentors.vocabulary import vocabulary_cache
from search.site.catalogue import SITE
from search.site.documents import documents
from search.site.vocabulary import page_words

api = NinjaAPI(
    title="Дуэт",
    version="1",
    description="То же, что видят посетители сайта. Только чтение. Объяснения и примеры: /api/.",
    docs_url=None,  # its page would be loaded from another host
    throttle=[AddressThrottle()],
    urls_namespace="api",
)

MENTOR_RECORDS = resources["mentors"]
_searched = parameters(MENTORS)["parameters"]
_selected = selecting_parameters(MENTOR_RECORDS)


@api.get(
    "mentors",
    response={200: list_schema(MENTOR_RECORDS), **PROBLEMS},
    openapi_extra={"parameters": [*_searched, *_selected]},
    summary="Наставники",
    url_name="mentors",
)
def mentors(request: HttpRequest) -> HttpResponseBase:
    """Те же наставники, условия и числа, что на странице «Найти наставника»; с changed_since или limit – все подряд."""
    if any(name in request.GET for name in SELECTING):
        return answer_portion(request, MENTOR_RECORDS)
    return _found_mentors(request)


# Remembered inside of the operation: its limit counts every request.
@remembered(queries=True)
def _found_mentors(request: HttpRequest) -> HttpResponse:
    fields = chosen_fields(request.GET, MENTOR_RECORDS.schema.model_fields)
    said = answer(request, MENTORS, vocabulary_cache, reverse("mentor-search"), mentor_items)
    return said_in_json({**said, "items": [only(item, fields) for item in said["items"]]})


@api.get(
    "pages",
    response={200: Answer[PageOut], **PROBLEMS},
    openapi_extra=parameters(SITE),
    summary="Страницы сайта",
    url_name="pages",
)
def pages(request: HttpRequest) -> HttpResponseBase:
    """Те же страницы, условия и числа, что на странице «Поиск по сайту»."""
    return _found_pages(request)


@remembered(queries=True)
def _found_pages(request: HttpRequest) -> HttpResponse:
    fields = chosen_fields(request.GET, PageOut.model_fields)
    said = answer(request, SITE, page_words, reverse("site-search"), page_items)
    return said_in_json({**said, "items": [only(item, fields) for item in said["items"]]})


@api.get("pages/{int:pk}", response={200: WholePageOut, **PROBLEMS}, summary="Одна страница", url_name="page")
def page(request: HttpRequest, pk: int) -> dict[str, Any]:
    """Страница, которую может прочитать каждый, с её текстом."""
    found = next(iter(documents([pk])), None) if pk <= LAST_KEY else None
    if found is None:
        raise Mistake(HTTPStatus.NOT_FOUND, str(_("Такой страницы нет, или она открыта не всем.")))
    fields = page_fields(pk, found.card, request.build_absolute_uri)
    return {**fields, "text": found.texts["text"]}


add_records(api)


@api.exception_handler(Mistake)
def say_the_mistake(request: HttpRequest, mistake: Mistake) -> HttpResponse:
    return problem(mistake)


@api.exception_handler(ValidationError)
def say_that_it_is_no_number(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problem(Mistake(HTTPStatus.NOT_FOUND, str(_("Такого адреса нет."))))


@api.exception_handler(Throttled)
def ask_to_wait(request: HttpRequest, error: Throttled) -> HttpResponse:
    return problem(Mistake(HTTPStatus.TOO_MANY_REQUESTS, str(_("Запросов слишком много. Подождите немного."))))


@api.exception_handler(DatabaseError)
def ask_to_come_after_the_upgrade(request: HttpRequest, error: DatabaseError) -> HttpResponse:
    """Before `migrate` a kind whose table has changed cannot be read whole, and half a record is none."""
    if trouble_of(error) or not is_behind():
        raise error
    words = _("Сайт обновляют, и эти записи пока не прочитать. Повторите запрос через минуту.")
    response = problem(Mistake(HTTPStatus.SERVICE_UNAVAILABLE, str(words)))
    response["Retry-After"] = str(COME_AGAIN)
    response["Cache-Control"] = "no-store"
    return response


@api.exception_handler(EngineUnavailable)
def say_that_the_search_is_away(request: HttpRequest, error: EngineUnavailable) -> HttpResponse:
    response = problem(Mistake(HTTPStatus.SERVICE_UNAVAILABLE, str(_("Поиск сейчас не отвечает."))))
    response["Retry-After"] = "30"
    return response
