"""The addresses of the pages, as Wagtail has them, answered from memory where nothing has changed."""

from django.urls import re_path
from wagtail import urls as stock
from wagtail.views import serve

from cms.freshness.remembered import remembered

urlpatterns = [
    *(pattern for pattern in stock.urlpatterns if pattern.name != "wagtail_serve"),
    re_path(stock.serve_pattern, remembered(serve), name="wagtail_serve"),
]
