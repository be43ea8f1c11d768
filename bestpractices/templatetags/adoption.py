"""What templates need to show who applies a practice."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from wagtail.models import Page

from bestpractices.adoption.models import Adoption
from bestpractices.adoption.tree import adoption_tree
from cms.accounts.territory import territory_of

register = template.Library()


@register.inclusion_tag("adoption/tree.html", takes_context=True)
def adoption(context: Context, page: Page) -> dict[str, Any]:
    """«Применяют 4 школы» with the tree, and for those who may, the button that takes the practice."""
    user = getattr(context.get("request"), "user", None)
    may = bool(user and user.is_authenticated and territory_of(user, Adoption._meta.label_lower, ["add"]))
    url = reverse("adoption_take", args=[page.pk]) if may and page.pk else ""
    return {"tree": adoption_tree(page), "take_url": url}
