"""Portraits: a photograph that the person agreed to, or a figure cut out of paper in the colour of the voice."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.images import get_image_model

from cms.appearance.drawing import TIP_LEFT, TIP_RIGHT, portrait
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentors
from mentoring.duets import naming
from mentoring.duets.agreement import consents_to, names_portrait
from mentoring.duets.enums import Drawing, Voice
from mentoring.duets.models import DuetProject

#: Who is in which picture.
_SPEAKERS = {
    "mentor_portrait": frozenset({Voice.MENTOR}),
    "mentee_portrait": frozenset({Voice.MENTEE}),
    "both_portrait": frozenset(Voice),
}
_PICTURES = tuple(_SPEAKERS)


@dataclass(frozen=True, slots=True)
class Portrait:
    """A photograph with its words, or a drawing that needs none."""

    image: Any = None
    alt: str = ""
    drawing: SafeString | str = ""


def require_alt(page: Any) -> None:
    """Raise ``ValidationError`` for every picture of an interview's page that has no words."""
    missing = [name for name in _PICTURES if getattr(page, f"{name}_id") and not getattr(page, f"{name}_alt").strip()]
    if missing:
        words = _("Опишите снимок словами: их услышат те, кто его не видит.")
        raise ValidationError({f"{name}_alt": words for name in missing})


def photographed(page: Any, on: date) -> frozenset[Voice]:
    """Whose consent of the day names the photograph; asks for consents only where the page has one."""
    project: DuetProject | None = getattr(page, "project", None)
    if project is None or not any(getattr(page, f"{name}_id") for name in _PICTURES):
        return frozenset()
    return frozenset(
        voice for voice in Voice if any(names_portrait(consent) for consent in consents_to(project, voice, on))
    )


def withheld_pages(file: models.Model) -> set[int]:
    """The interviews that hold a picture and do not show it today: somebody in it has not agreed to the photograph."""
    if not isinstance(file, get_image_model()):
        return set()
    return {
        page.pk
        for name, voices in _SPEAKERS.items()
        for page in _with_picture(name, file)
        if not voices <= photographed(page, timezone.localdate())
    }


def without_consent(images: Collection[int]) -> set[int]:
    """Those pictures (numbers) that are a portrait of the bank or of a published duet and that no consent opens today.

    The same file may have been chosen for the head of a page, a text or a year book: it goes from there as well.
    """
    from mentoring.duets.pages import DuetInterviewPage

    today = timezone.localdate()
    held = set(Mentor.objects.filter(portrait__in=images).values_list("portrait", flat=True))
    mentors = public_mentors(Mentor.objects.for_presenting().filter(portrait__in=images), today)
    open_to_all = {mentor.portrait_id for mentor in mentors if mentor.portrait_id}
    shown = DuetInterviewPage.objects.presentable(today)
    for name, voices in _SPEAKERS.items():
        pages = DuetInterviewPage.objects.filter(**{f"{name}__in": images}).exclude(first_published_at=None)
        held |= set(pages.values_list(name, flat=True))
        for page in shown.filter(pk__in=pages.values("pk")).select_related("project"):
            if voices <= photographed(page, today):
                open_to_all.add(getattr(page, f"{name}_id"))
    return held - open_to_all


def shows_somebody_who_did_not_agree(file: models.Model) -> bool:
    """Whether a file is such a picture."""
    return isinstance(file, get_image_model()) and bool(without_consent({file.pk}))


def _with_picture(name: str, file: models.Model) -> Iterable[Any]:
    from mentoring.duets.pages import DuetInterviewPage

    return DuetInterviewPage.objects.filter(**{name: file}).select_related("project")


def portrait_of(page: Any, voice: Voice, allowed: frozenset[Voice]) -> Portrait:
    """The portrait of one speaker as visitors see it."""
    image = getattr(page, f"{voice}_portrait")
    if image is not None and voice in allowed:
        return Portrait(image, getattr(page, f"{voice}_portrait_alt"))
    name = page.words.get("speakers", {}).get(voice, {}).get("name", "")
    return Portrait(drawing=drawn(naming.short_name(name), voice, getattr(page, f"{voice}_drawing")))


def drawn(name: str, voice: Voice, drawing: str) -> SafeString:
    """A bust in one tone inside the pencil's tip; the initials where no drawing was chosen."""
    if not drawing or drawing not in Drawing.values:
        return portrait(name, voice)
    is_mentee = voice == Voice.MENTEE
    context = {"drawing": drawing, "is_mentee": is_mentee, "tip": TIP_RIGHT if is_mentee else TIP_LEFT}
    return render_to_string("mentoring/duets/papercut.html", context)
