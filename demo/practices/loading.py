"""Brings the forty practices into the demo region, without a mail to anybody."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Task
from wagtail.signal_handlers import disable_reference_index_auto_update

from bestpractices.practices.models import PracticeIndexPage
from bestpractices.review.enums import Stage
from bestpractices.review.models import STAGE_TASKS
from bestpractices.scoring.assigning import invite_appointed
from bestpractices.scoring.models import Criterion, Expert
from bestpractices.seeding import ensure_review
from cms.accounts.demo_guard import DEMO_EMAIL_DOMAIN
from cms.territories.models import Municipality
from cms.wording import counted
from demo.dice import stream
from demo.parts import Say
from demo.people.given import FEMALE_MIDDLE
from demo.people.surnames import RUSSIAN, feminine
from demo.practices.casting import CAST, COORDINATOR, EXPERTS, METHODIST
from demo.practices.pages import Place, make_page
from demo.practices.stages import Ways
from demo.practices.themes import THEMES
from mentoring.bank.models import Mentor
from mentoring.pairs.models import Pair


def load_practices(today: date, say: Say) -> None:
    """Load all forty with their experts."""
    ensure_review()
    places = _places(today)
    people = _people()
    ways = Ways(stream("practices"), today, _tasks(), _experts(), list(Criterion.objects.in_use()))
    told = [(theme, version) for theme in THEMES for version in theme.told]
    with disable_reference_index_auto_update():
        for number, ((theme, version), (code, state, sender)) in enumerate(zip(told, CAST, strict=True)):
            owner = people.get(sender) or _author(code)
            page = make_page(theme, version, places[code], number, state, owner, today)
            ways.walk(page, state, owner, _readers(people, code, sender), number)
    ways.store()
    say(counted(len(CAST), "практика", "практики", "практик"))


def _places(today: date) -> dict[str, Place]:
    codes = {code for code, _state, _sender in CAST}
    found = {}
    for index in PracticeIndexPage.objects.filter(municipality__code__in=codes).select_related("municipality"):
        pairs = Pair.objects.filter(organisation__municipality=index.municipality, state="active")
        pairs = pairs.filter(mentor__in=Mentor.objects.public(today)) or pairs
        chosen = pairs.select_related("organisation", "mentor").prefetch_related("mentor__subjects")
        chosen = chosen.order_by("-mentor__confirmed_on", "pk")
        found[index.municipality.code] = Place(index, list(chosen))
    return found


def _people() -> dict[str, Any]:
    users = get_user_model()._default_manager.in_bulk(
        [METHODIST, COORDINATOR, "centre", "neighbour"], field_name="username"
    )
    return dict(users)


def _author(code: str) -> Any:
    """The author of a municipality; nobody signs in with this account."""
    chance = stream(f"practice author {code}")
    user, is_new = get_user_model()._default_manager.get_or_create(
        username=f"avtor-{code}",
        defaults={
            "last_name": feminine(chance.choice(RUSSIAN)),
            "first_name": chance.choice(FEMALE_MIDDLE),
            "email": f"avtor-{code}{DEMO_EMAIL_DOMAIN}",
        },
    )
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def _readers(people: dict[str, Any], code: str, sender: str) -> dict[Stage, Any]:
    """Who decides at each stage: in the demo's own municipality somebody else than the sender."""
    if code == "klyuchevskoy":
        checker = people.get(COORDINATOR if sender == METHODIST else METHODIST)
    else:
        checker = people.get("neighbour") if code == "lipovetsky" else None
    return {Stage.MUNICIPAL: checker, Stage.EXPERTS: None, Stage.REGION: people.get("centre")}


def _tasks() -> dict[Stage, Task]:
    return {model.stage: task for model in STAGE_TASKS if (task := model.objects.order_by("pk").first()) is not None}


def _experts() -> list[Expert]:
    """The demo's own expert first, so that something waits there."""
    places = {place.code: place for place in Municipality.objects.all()}
    invite_appointed()
    Expert.objects.bulk_create(
        Expert(full_name=name, email=f"expert-{number}@demo.example", municipality=places[code])
        for number, (name, code) in enumerate(EXPERTS, 1)
    )
    return list(Expert.objects.order_by("pk"))
