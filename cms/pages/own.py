"""The base of every kind of page of ours: another project may have a kind of the same name."""

from __future__ import annotations

from django.db import models
from wagtail.models import Page


class OwnPage(Page):
    """A page whose way from Wagtail's `Page` is named with its application: `page.cms_homepage`.

    Django names it after the class alone, and each project that `wagtail start` makes has a `HomePage` already.
    """

    page_ptr = models.OneToOneField(
        Page,
        models.CASCADE,
        parent_link=True,
        primary_key=True,
        auto_created=True,
        serialize=False,
        related_name="%(app_label)s_%(class)s",
    )

    class Meta:
        abstract = True
