"""What rests on an act beside other acts, and whose it is: rooms above register here."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from cms.acts.models import ActPage
from cms.organisations.public import sheet_url, taking_part
from cms.pages.related import NAMED, Item, Related, Relations

act_relations: Relations[ActPage] = Relations()


def issuer_of_act(act: ActPage, on: date) -> Related | None:
    """The organisation that issued the act, where the site knows it by the same name."""
    names = [name for name in (act.issuer, act.issuer_short) if name]
    found = taking_part().filter(full_name__in=names) | taking_part().filter(short_name__in=names)
    items = tuple(Item(one.full_name, sheet_url(one.code), one.municipality.name) for one in found[:NAMED])
    return Related(_("Кто издал"), items)
