"""``{% load bank %}``: the bank's numbers for pages below this package."""

from django import template

from search.overview import bank_overview, district_overview, organisation_overview

register = template.Library()


@register.simple_tag(takes_context=True, name="bank_overview")
def overview_of_the_bank(context: template.Context) -> object:
    """The bank of the whole region."""
    return bank_overview(context["request"])


register.simple_tag(district_overview)
register.simple_tag(organisation_overview)
