"""Which tables alter public pages: all of them, but those that a room declares to work behind the scenes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Model

#: Apps of which no public page prints anything.
_APPS = frozenset({"sessions", "axes", "django_tasks_database", "wagtailadmin", "wagtailsearch"})
_MODELS = {
    "cms.ContentChange",
    "cms.FormDraft",
    "cms.LinkPlace",
    "cms.LookAlike",
    "cms.OpenDataLook",
    "cms.OpenRecord",
    "cms.OutgoingLink",
    "cms.OutgoingMail",
    "cms.PartnerNotice",
    "cms.PeriodicJob",
    "cms.PersonalLink",
    "cms.SignIn",
    "cms.TerritoryLogEntry",
    "cms.Unconfirmed",
    "cms.VisitorLetter",
    "cms.WorkerBeat",
    "wagtailcore.APIToken",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.WorkflowState",
}
#: Columns that a draft alone changes: keeping one, as the editor does every few seconds, alters nothing for visitors.
_OF_DRAFTS = frozenset(
    {"draft_title", "has_unpublished_changes", "latest_revision_id", "latest_revision_created_at"}
    | {"locked", "locked_at", "locked_by_id"}
)


def behind_the_scenes(*models: type[Model]) -> None:
    """Declare, at start-up, that no public page prints anything of these models."""
    _MODELS.update(model._meta.label for model in models)


@dataclass(frozen=True, slots=True)
class Watched:
    """A table that counts, with the columns whose update counts; no columns: every update."""

    table: str
    columns: tuple[str, ...]


def watched() -> Iterator[Watched]:
    """Every table that counts."""
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.proxy or not meta.managed or meta.app_label in _APPS or meta.label in _MODELS:
            continue
        columns = tuple(str(field.column) for field in meta.local_concrete_fields)
        counted = tuple(column for column in columns if column not in _OF_DRAFTS)
        yield Watched(meta.db_table, counted if counted != columns else ())
