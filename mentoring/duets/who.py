"""Where the people of listed conversations are found: the mentor in the bank, the organisation on its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.organisations.public import sheet_url, taking_part
from mentoring.bank.models import Mentor
from mentoring.duets.naming import given_first, short_name


def who_talks(pages: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    """For pages of conversations: ``ways``, words with addresses, to the mentor, while visitors see the entry, and
    to the organisation, while it takes part.
    """
    from mentoring.duets.models import DuetProject  # stands above the pages

    columns = ("page_id", "pair__mentor_id", "pair__organisation__short_name", "pair__organisation__code")
    rows = list(DuetProject.objects.filter(page__in=pages, pair__isnull=False).values_list(*columns))
    public = Mentor.objects.public(timezone.localdate()).in_bulk({row[1] for row in rows})
    open_codes = set(taking_part().filter(code__in={row[3] for row in rows}).values_list("code", flat=True))
    return {
        page: {
            "ways": (
                *_to_mentor(public.get(mentor)),
                *(((name, sheet_url(code)),) if code in open_codes else ()),
            )
        }
        for page, mentor, name, code in rows
    }


def _to_mentor(mentor: Mentor | None) -> tuple[tuple[str, str], ...]:
    if mentor is None:
        return ()
    name = short_name(given_first(mentor.full_name))
    return ((_("%(name)s в банке наставников") % {"name": name}, mentor.get_absolute_url()),)
