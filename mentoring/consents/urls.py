"""Addresses of the words of consents."""

from django.urls import path

from mentoring.consents import views

urlpatterns = [path("soglasie/<slug:slug>/", views.consent_text, name="consent-text")]
