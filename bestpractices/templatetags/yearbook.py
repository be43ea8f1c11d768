"""``{% load yearbook %}``: the published year books on the page of an organisation."""

from __future__ import annotations

from django import template

from bestpractices.yearbook.models import YearBook
from cms.territories.models import Organisation

register = template.Library()


@register.simple_tag
def year_books(organisation: Organisation) -> list[YearBook]:
    """The organisation's books that visitors may read, the latest year first."""
    return list(YearBook.objects.published().of_school(organisation).with_school())
