"""Wagtail's internal API of files, cut at the border: it lists what the user works with, and touches nothing else."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from cms.files.rights import files_near


class OwnImages(ImagesAdminAPIViewSet):
    """Pictures of the user's collections."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(pk__in=files_near(self.request.user, self.model).values("pk"))


class OwnDocuments(DocumentsAdminAPIViewSet):
    """Documents of the user's collections."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(pk__in=files_near(self.request.user, self.model).values("pk"))


def keep_files_inside_the_border(router: WagtailAPIRouter) -> None:
    """Wagtail's hook: these stand in the place of its own, which list every municipality's files."""
    router.register_endpoint("images", OwnImages)
    router.register_endpoint("documents", OwnDocuments)
