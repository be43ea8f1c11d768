"""Addresses of the wizard, for the hook ``register_admin_urls``."""

from __future__ import annotations

from django.urls import URLResolver, include, path, re_path

from mentoring.bank.imports.views import files, rows, running

urlpatterns = [
    path("", files.Upload.as_view(), name="upload"),
    path("<int:pk>/columns/", files.Columns.as_view(), name="columns"),
    path("<int:pk>/layout/", files.ChooseLayout.as_view(), name="layout"),
    path("<int:pk>/preview/", rows.Preview.as_view(), name="preview"),
    path("<int:pk>/progress/", running.Progress.as_view(), name="progress"),
    path("<int:pk>/undo/", running.Undo.as_view(), name="undo"),
    path("<int:pk>/run/", running.Run.as_view(), name="run"),
    path("<int:pk>/cancel/", running.Cancel.as_view(), name="cancel"),
    path("<int:pk>/report/", rows.Report.as_view(), name="report"),
    re_path(
        r"^(?P<pk>\d+)/(?P<what>report|rest)\.(?P<file_format>csv|xlsx)$", rows.Download.as_view(), name="download"
    ),
]


def register_import_urls() -> list[URLResolver]:
    """What the admin's ``register_admin_urls`` hook returns."""
    return [path("mentor-bank/import/", include((urlpatterns, "mentor_bank_import")))]
