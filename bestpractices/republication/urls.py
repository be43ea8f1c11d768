"""Public addresses: files of copies, and the schema of a travelling page."""

from django.urls import path

from bestpractices.republication.public import kept_file
from bestpractices.republication.published_schema import schema

urlpatterns = [
    path("materialy/schema/republished-1.json", schema, name="republication-schema"),
    path("materialy/<slug:sha256>/<str:name>", kept_file, name="kept-file"),
]
