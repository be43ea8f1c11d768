"""The site's addresses and Wagtail's search page over the same mentors."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from wagtail.search.backends import get_search_backend

from benchmarks.models import Entry
from cms import urls

SIZE = 24  # hits of the product's page


def wagtail_search(request: HttpRequest) -> HttpResponse:
    """The view of a new Wagtail project: words, pages of results, no facets, no counts, no cards."""
    text = request.GET.get("q", "")
    found = get_search_backend().search(text, Entry.objects.all()) if text else Entry.objects.none()
    page = Paginator(found, SIZE).get_page(request.GET.get("page", 1))
    return render(request, "benchmarks/wagtail_search.html", {"search_query": text, "search_results": page})


urlpatterns = [path("wagtail-search/", wagtail_search), *urls.urlpatterns]
