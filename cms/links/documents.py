"""Uploaded documents that nothing on the site leads to."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, Exists, F, OuterRef
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from cms.accounts.territory import User
from cms.branches.models import Branch
from cms.files.holders import fields_to


def unlinked_documents(user: User) -> models.QuerySet[Any]:
    """Documents that this user may change and that no page, record or part of one names; each with its ``place``."""
    model = get_document_model()
    mine = policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ("change", "delete"))
    documents = model._default_manager.filter(pk__in=mine.values("pk")).annotate(key=Cast("pk", CharField()))
    kind = ContentType.objects.get_for_model(model)
    documents = documents.filter(
        ~Exists(ReferenceIndex.objects.filter(to_content_type=kind, to_object_id=OuterRef("key")))
    )
    for field in fields_to(model):
        documents = documents.filter(~Exists(field.model._default_manager.filter(**{field.name: OuterRef("pk")})))
    return documents.annotate(place=_place()).order_by("title", "pk")


def _place() -> models.Subquery:
    """The municipality (id) in whose files a document lies."""
    # A collection lies in a branch if its path begins with that of the branch's own.
    inner = models.ExpressionWrapper(OuterRef("collection__path"), CharField())
    branches = Branch.objects.filter(municipality__isnull=False).annotate(inner=inner)
    around = branches.filter(inner__startswith=F("collection__path"))
    return models.Subquery(around.values("municipality")[:1])
