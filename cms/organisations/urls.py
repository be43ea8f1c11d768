from django.urls import path

from cms.organisations import views

urlpatterns = [
    path("organizacii/", views.organisations, name="organisations"),
    path("organizacii/<slug:code>/", views.organisation, name="organisation"),
]
