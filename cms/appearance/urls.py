"""Addresses of the look: the choice of view and the page of components."""

from django.urls import path

from cms.appearance import views

urlpatterns = [
    path("appearance/", views.keep_appearance, name="appearance"),
    path("design/", views.design_system, name="design-system"),
]
