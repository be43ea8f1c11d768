"""Drawn portraits of the mentors: some for each gender and age, so that colleagues of a school differ."""

from __future__ import annotations

from collections import defaultdict

from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from demo.dice import stream
from demo.portraits.drawing import Look, choose_look, draw
from demo.shapes import DemoMentor, DemoRegion
from mentoring.bank.enums import ExperienceBand, Person
from mentoring.bank.models import Mentor

#: Portraits drawn for each gender and age; most mentors are women of the middle age.
WOMEN, MEN = 12, 6
BATCH = 500  # keys in one UPDATE

#: Years at work tell the age; who has none to show is of the middle age.
_AGES = {
    ExperienceBand.UP_TO_10: "young",
    ExperienceBand.FROM_31: "elder",
    ExperienceBand.FROM_41: "elder",
}


def load_portraits(demo: DemoRegion, mentors: dict[int, Mentor]) -> int:
    """Give every grown-up mentor a portrait; returns how many were drawn."""
    shelves = {
        (is_female, age): _shelf(is_female, age) for is_female in (True, False) for age in ("young", "middle", "elder")
    }
    wearers: dict[int, list[int]] = defaultdict(list)
    worn: dict[tuple[bool, str], int] = defaultdict(int)
    for row in demo.mentors:
        if not row.is_minor:
            kind = row.person.is_female, age_of(row)
            image = shelves[kind][worn[kind] % len(shelves[kind])]
            worn[kind] += 1
            wearers[image.pk].append(mentors[row.number].pk)
    for key, people in wearers.items():
        for start in range(0, len(people), BATCH):
            Mentor.objects.filter(pk__in=people[start : start + BATCH]).update(portrait=key)
    return sum(map(len, shelves.values()))


def age_of(row: DemoMentor) -> str:
    """The age of a mentor in one word of ``choose_look``."""
    if row.who == Person.STUDENT:
        return "young"
    return _AGES.get(ExperienceBand(row.experience_band), "middle") if row.experience_band else "middle"


def keep_portrait(look: Look, name: str) -> AbstractImage:
    """Draw a portrait and keep it among the pictures of the site."""
    return keep_picture(draw(look), name, "Портрет: рисунок")


def keep_picture(data: bytes, name: str, title: str) -> AbstractImage:
    """Keep a PNG among the pictures of the site."""
    return get_image_model()._default_manager.create(title=title, file=ContentFile(data, f"{name}.png"))


def _shelf(is_female: bool, age: str) -> list[AbstractImage]:
    """The portraits of a gender and age, no two alike."""
    gender = "w" if is_female else "m"
    rng = stream(f"portraits/{gender}/{age}")
    looks: dict[Look, None] = {}
    while len(looks) < (WOMEN if is_female else MEN):
        looks[choose_look(rng, is_female, age)] = None
    return [keep_portrait(look, f"portrait-{gender}-{age}-{number}") for number, look in enumerate(looks, start=1)]
