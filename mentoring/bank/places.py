"""Whose page a mentor's is."""

from __future__ import annotations

import re

from django.urls import reverse
from django.utils import timezone

from cms.territories.models import Municipality
from mentoring.bank.models import Mentor


def municipality_of_mentor_page(path: str) -> Municipality | None:
    """The municipality of a public mentor at this address; a hidden one is nobody's, so that nothing is told."""
    found = re.match(rf"{re.escape(reverse('mentor-search'))}(\d{{1,18}})[-/]", path)
    if found is None:
        return None
    public = Mentor.objects.public(timezone.localdate())
    mentor = public.filter(pk=int(found[1])).select_related("organisation__municipality").first()
    return mentor.organisation.municipality if mentor else None
