"""Addresses that stand before the pages' own."""

from django.urls import path, re_path

from cms.sharing.feeds import feed
from cms.sharing.media import picture
from cms.sharing.robots import robots
from cms.sharing.views import favicon, page_picture

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
    path("kartinka/<int:pk>/<slug:key>.png", page_picture, name="page-picture"),
    path("media/images/<path:name>", picture, name="media-picture"),
    re_path(r"^(?P<path>(?:[\w-]+/)*)lenta/$", feed, name="feed"),
]
