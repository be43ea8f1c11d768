"""``{% load bank %}``: the bank's numbers for pages below this package."""

from django import template

from search.overview import bank_overview

register = template.Library()
register.simple_tag(bank_overview)
