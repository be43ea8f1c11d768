from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, include, path, re_path
from django.utils.translation import gettext as _

from cms.drafts.policies import no_words_typed
from search.api.about import about
from search.api.api import api
from search.api.problems import Mistake, problem
from search.api.publishing import published


@no_words_typed("answers 404 to everything")
def nowhere(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """An address that the API does not have."""
    return problem(Mistake(HTTPStatus.NOT_FOUND, _("Такого адреса нет. Все адреса – на странице /api/.")))


operations, _app, namespace = api.urls
# The document is made with the name of the root, at which there is nothing to read.
published_operations = [
    URLPattern(one.pattern, published(nowhere if one.name == "api-root" else one.callback), name=one.name)
    for one in operations
    if isinstance(one, URLPattern) and one.callback is not None
]

urlpatterns = [
    path("v1/", include((published_operations, "ninja"), namespace=namespace)),
    path("", about, name="api-about"),
    re_path("", published(nowhere)),
]
