"""Writes the table of ``cms.branches.rights`` into Wagtail's own permissions, for one group at a time."""

from __future__ import annotations

from collections.abc import Collection as Set

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

#: The two kinds of files that a collection holds.
FILES = (("wagtailimages", "image"), ("wagtaildocs", "document"))


def grant_pages(group: Group, page: Page, actions: Set[str]) -> None:
    """Give the group exactly these rights to the page and everything below it."""
    names = {f"{action}_page" for action in actions}
    wanted = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=names)
    GroupPagePermission.objects.filter(group=group, page=page).exclude(permission__in=wanted).delete()
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(group=group, page=page, permission=permission) for permission in wanted],
        ignore_conflicts=True,
    )


def grant_files(group: Group, collection: Collection, actions: Set[str]) -> None:
    """Give the group exactly these rights to the images and documents of the collection."""
    wanted: list[Permission] = []
    for app_label, model in FILES:
        names = {f"{action}_{model}" for action in actions}
        wanted += Permission.objects.filter(content_type__app_label=app_label, codename__in=names)
    held = GroupCollectionPermission.objects.filter(group=group, collection=collection)
    held.exclude(permission__in=wanted).delete()
    GroupCollectionPermission.objects.bulk_create(
        [GroupCollectionPermission(group=group, collection=collection, permission=permission) for permission in wanted],
        ignore_conflicts=True,
    )
