"""Pictures at the head of the pages of the demo; mentors of interviews look there and here alike."""

from __future__ import annotations

from datetime import date

from wagtail.images.models import AbstractImage

from cms.news.models import EventPage, NewsPage
from cms.organisations.models import OrganisationPage
from cms.pages.covered import CoveredPage
from cms.wording import counted
from demo.load.portraits import keep_picture, keep_portrait
from demo.parts import Say
from demo.portraits.drawing import Look
from demo.portraits.scenes import ILYA, MARINA, PETR, SCENES, VERA, paint
from mentoring.bank.models import Mentor
from mentoring.duets.enums import Drawing
from mentoring.duets.pages import DuetInterviewPage

#: Address of a page, name of its picture.
COVERS: tuple[tuple[type[CoveredPage], str, str], ...] = (
    (NewsPage, "bank-popolnilsya", "board"),
    (NewsPage, "diagnostika-bez-anket", "meeting"),
    (NewsPage, "urok-na-dvoih", "pair"),
    (NewsPage, "shkola-nastavnikov", "meeting"),
    (NewsPage, "avtobus-nastavnikov", "bus"),
    (NewsPage, "inzhener-v-klasse", "works"),
    (NewsPage, "pervyy-god-vdvoem", "pair"),
    (EventPage, "krugly-stol", "meeting"),
    (EventPage, "otkryty-urok", "board"),
    (OrganisationPage, "litsey-4", "school"),
)

#: How the mentor of an interview looks whose page shows a drawing.
LOOKS = {
    Drawing.BUN: VERA,
    Drawing.BOB: MARINA,
    Drawing.LONG: Look(True, "middle", "long", "round", mouth=1),
    Drawing.CURLS: Look(True, "middle", "curls", "scarf", earrings=True),
    Drawing.SHORT: ILYA,
    Drawing.PARTING: Look(False, "middle", "parting", "shirt"),
    Drawing.GREY: PETR,
    Drawing.BEARD: Look(False, "middle", "short", "jumper", beard="full"),
}


def load_pictures(today: date, say: Say) -> None:
    """Give pages their covers, and mentors of interviews the face of the interview."""
    kept: dict[str, AbstractImage] = {}
    for model, slug, name in COVERS:
        scene = SCENES[name]
        if name not in kept:
            kept[name] = keep_picture(paint(scene), f"scene-{name}", scene.words)
        for page in model._default_manager.filter(slug=slug):
            page.cover, page.cover_alt = kept[name], scene.words
            page.save()
    _draw_mentors_of_interviews()
    say(counted(len(kept), "рисунок", "рисунка", "рисунков"))


def _draw_mentors_of_interviews() -> None:
    pages = DuetInterviewPage.objects.exclude(mentor_drawing=Drawing.INITIALS)
    for page in pages:
        look, project = LOOKS.get(Drawing(page.mentor_drawing)), getattr(page, "project", None)
        if look and project and project.pair:
            image = keep_portrait(look, f"portrait-{page.mentor_drawing}")
            Mentor.objects.filter(pk=project.pair.mentor_id).update(portrait=image)
