from django.urls import path

from search.mentors import views

urlpatterns = [
    path("", views.mentor_search, name="mentor-search"),
    path("podskazki/", views.mentor_suggest, name="mentor-suggest"),
]
