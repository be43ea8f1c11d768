"""The operations of ``/api/v1/``."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import Throttled, ValidationError

from search.api.answers import answer, mentor_item, page_fields, page_item
from search.api.describing import parameters
from search.api.problems import Mistake, problem
from search.api.schemas import Answer, MentorOut, PageOut, Problem, WholePageOut
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
    description="Наставники и страницы сайта: то же, что видят посетители. Только чтение.",
    docs_url=None,  # its page would be loaded from another host
    throttle=[AddressThrottle()],
    urls_namespace="api",
)

LAST_KEY = 2**63 - 1  # no database keeps a larger one
PROBLEMS = {frozenset({400, 404, 429, 503}): Problem}


@api.get(
    "mentors",
    response={200: Answer[MentorOut], **PROBLEMS},
    openapi_extra=parameters(MENTORS),
    summary="Наставники",
    url_name="mentors",
)
def mentors(request: HttpRequest) -> dict[str, Any]:
    """Те же наставники, условия и числа, что на странице «Найти наставника»."""
    return answer(request, MENTORS, vocabulary_cache, reverse("mentor-search"), mentor_item)


@api.get(
    "pages",
    response={200: Answer[PageOut], **PROBLEMS},
    openapi_extra=parameters(SITE),
    summary="Страницы сайта",
    url_name="pages",
)
def pages(request: HttpRequest) -> dict[str, Any]:
    """Те же страницы, условия и числа, что на странице «Поиск по сайту»."""
    return answer(request, SITE, page_words, reverse("site-search"), page_item)


@api.get("pages/{int:pk}", response={200: WholePageOut, **PROBLEMS}, summary="Одна страница", url_name="page")
def page(request: HttpRequest, pk: int) -> dict[str, Any]:
    """Страница, которую может прочитать каждый, с её текстом."""
    found = next(iter(documents([pk])), None) if pk <= LAST_KEY else None
    if found is None:
        raise Mistake(HTTPStatus.NOT_FOUND, str(_("Такой страницы нет, или она открыта не всем.")))
    fields = page_fields(pk, found.card, request.build_absolute_uri)
    return {**fields, "text": found.texts["text"]}


@api.exception_handler(Mistake)
def say_the_mistake(request: HttpRequest, mistake: Mistake) -> HttpResponse:
    return problem(mistake)


@api.exception_handler(ValidationError)
def say_that_it_is_no_number(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problem(Mistake(HTTPStatus.NOT_FOUND, str(_("Такого адреса нет."))))


@api.exception_handler(Throttled)
def ask_to_wait(request: HttpRequest, error: Throttled) -> HttpResponse:
    response = problem(Mistake(HTTPStatus.TOO_MANY_REQUESTS, str(_("Запросов слишком много. Подождите немного."))))
    response["Retry-After"] = str(int(error.wait or 1))
    return response


@api.exception_handler(EngineUnavailable)
def say_that_the_search_is_away(request: HttpRequest, error: EngineUnavailable) -> HttpResponse:
    response = problem(Mistake(HTTPStatus.SERVICE_UNAVAILABLE, str(_("Поиск сейчас не отвечает."))))
    response["Retry-After"] = "30"
    return response
