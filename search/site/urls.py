from django.urls import path

from search.site import views

urlpatterns = [
    path("", views.site_search, name="site-search"),
    path("podskazki/", views.site_suggest, name="site-suggest"),
]
