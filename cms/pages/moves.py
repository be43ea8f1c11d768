"""A page that is moved into another branch changes its municipality, with all that stands below it."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import post_page_move

from cms.pages.editorial import editorial_models, municipality_of_path


@receiver(post_page_move)
def follow_the_branch(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """Give the moved pages the municipality of their new branch; a branch's own home keeps its own."""
    from cms.pages.models import MunicipalityPage

    inner = list(MunicipalityPage.objects.filter(path__startswith=instance.path).values_list("path", flat=True))
    for model in editorial_models():
        moved = model._default_manager.filter(path__startswith=instance.path)
        for path in inner:
            moved = moved.exclude(path__startswith=path)
        moved.update(municipality=municipality_of_path(instance.path))
