"""``{% load pairs %}``: pairs in numbers on the page of an organisation."""

from django import template

from mentoring.pairs.figures import figures_of_organisation

register = template.Library()
register.simple_tag(figures_of_organisation)
