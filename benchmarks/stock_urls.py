"""The site's addresses with Wagtail's own view for pages, as a stock site has it."""

from django.urls import include, path

from cms import urls

urlpatterns = [*urls.urlpatterns[:-1], path("", include("wagtail.urls"))]
