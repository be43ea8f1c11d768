"""What may not be deleted from the admin: the proof of consents and the history of pairs outlive a wish to tidy up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from mentoring.bank.models import Mentor
from mentoring.pairs.enums import PairState
from mentoring.pairs.models import Pair


def reason_to_keep(thing: Any) -> str | None:
    """Why an entry or a pair stays, in a sentence; None if it may go."""
    if isinstance(thing, Mentor) and (thing.consents.exists() or thing.pairs.exists()):
        return _("У записи «%(thing)s» есть согласия или пары. Переведите её в архив: доказательства согласий хранят.")
    if isinstance(thing, Pair) and thing.state != PairState.DRAFT:
        return _("Пара «%(thing)s» уже работала. Её можно завершить или прекратить, но не удалить.")
    if isinstance(thing, Pair) and thing.mentees.filter(consents__isnull=False).exists():
        return _(
            "В паре «%(thing)s» есть наставляемый с согласием, его хранят как документ. Начните работу пары и "
            "завершите её или оставьте пару в подготовке."
        )
    return None


def keep_what_is_evidence(request: HttpRequest, things: Iterable[Any]) -> HttpResponse | None:
    """Stop a deletion, single or in bulk, that would take evidence with it; tells why."""
    for thing in things:
        if (reason := reason_to_keep(thing)) is not None:
            messages.error(request, reason % {"thing": thing})
            return redirect(type(thing).snippet_viewset.get_url_name("list"))
    return None
