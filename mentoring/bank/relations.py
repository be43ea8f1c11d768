"""What belongs to a mentor, and the mentors of an organisation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cms.pages.related import NAMED, Item, Related, Relations
from cms.territories.models import Organisation
from cms.wording import counted
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentors

#: Rooms above tell what belongs to a mentor who is public.
mentor_relations: Relations[Mentor] = Relations()

#: Gives a picture of a mentor on a day: a photograph that the person agreed to, or a drawing; None without either.
PortraitSource = Callable[[Mentor, date], Any]
portrait_sources: list[PortraitSource] = []


def portrait_of(mentor: Mentor, on: date) -> Any:
    """The first picture that a room has of the mentor."""
    return next((found for source in portrait_sources if (found := source(mentor, on)) is not None), None)


def mentors_of(organisation: Organisation, on: date) -> Related | None:
    """The first public mentors of an organisation, and the way to all of them; asked of the bank, never of a copy."""
    public = Mentor.objects.public(on).filter(organisation=organisation).order_by("last_name", "first_name", "pk")
    total = public.count()
    shown = list(public_mentors(public[:NAMED].for_presenting(), on))
    items = tuple(Item(one.full_name, one.url, ", ".join(subject.name for subject in one.subjects)) for one in shown)
    chosen = urlencode({"district": organisation.municipality.code, "organisation": organisation.code})
    words = _("Найти среди них: %s") % counted(total, _("наставник"), _("наставника"), _("наставников"))
    return Related(_("Наставники"), items, words, f"{reverse('mentor-search')}?{chosen}")
