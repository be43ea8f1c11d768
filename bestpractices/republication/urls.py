"""Public addresses: files and papers of copies, and the schema of a travelling page."""

from django.urls import path

from bestpractices.republication.public import copy_pdf
from bestpractices.republication.published_schema import schema
from bestpractices.republication.served_files import kept_file, kept_picture

urlpatterns = [
    path("materialy/schema/republished-1.json", schema, name="republication-schema"),
    path("materialy/<int:pk>/pdf/", copy_pdf, name="copy-pdf"),
    path("materialy/<slug:sha256>/shirina/<int:width>", kept_picture, name="kept-picture"),
    path("materialy/<slug:sha256>/<str:name>", kept_file, name="kept-file"),
]
