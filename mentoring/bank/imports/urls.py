"""Addresses of the wizard, for the hook ``register_admin_urls``."""

from __future__ import annotations

from django.urls import URLResolver, include, path, re_path

from mentoring.bank.imports import views

urlpatterns = [
    path("", views.Upload.as_view(), name="upload"),
    path("<int:pk>/columns/", views.Columns.as_view(), name="columns"),
    path("<int:pk>/layout/", views.ChooseLayout.as_view(), name="layout"),
    path("<int:pk>/preview/", views.Preview.as_view(), name="preview"),
    path("<int:pk>/progress/", views.Progress.as_view(), name="progress"),
    path("<int:pk>/undo/", views.Undo.as_view(), name="undo"),
    path("<int:pk>/run/", views.Run.as_view(), name="run"),
    path("<int:pk>/cancel/", views.Cancel.as_view(), name="cancel"),
    path("<int:pk>/report/", views.Report.as_view(), name="report"),
    re_path(
        r"^(?P<pk>\d+)/(?P<what>report|rest)\.(?P<file_format>csv|xlsx)$", views.Download.as_view(), name="download"
    ),
]


def register_import_urls() -> list[URLResolver]:
    """What the admin's ``register_admin_urls`` hook returns."""
    return [path("mentor-bank/import/", include((urlpatterns, "mentor_bank_import")))]
