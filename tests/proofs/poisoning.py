"""Fills a copy of the demo region with payloads; runs in a process of the site and tells where it put them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TypedDict

from django.contrib.auth import get_user_model
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.documents.models import Document
from wagtail.fields import StreamField
from wagtail.images.models import Image
from wagtail.models import Collection, Comment, DraftStateMixin, Page, PageLogEntry, RevisionMixin

from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentors
from tests.proofs.payloads import Payloads
from tests.proofs.texts import belongings, is_written, json_fields, own_models, write

#: Rows of a table that are filled, and pages of a kind.
ROWS = 2
#: An account that sees everything.
MANAGER, SECRET = "proof", "proof-proof-proof"
#: Tables of Wagtail that our people fill as well.
FOREIGN: tuple[type[models.Model], ...] = (Document, Image, Collection, PageLogEntry, Comment)
#: Beside its form: the admin's own pages about one thing.
DESKS: dict[str, tuple[str, ...]] = {
    "bestpractices.practicepage": (
        *("practice_review", "practice_submit", "practice_withdraw", "republication_take", "adoption_take"),
    ),
    "bestpractices.republication": ("republication_mode",),
    "bestpractices.sourceupdate": ("republication_update",),
    "bestpractices.adoption": ("adoption_move",),
    "bestpractices.expertreview": ("practice_score", "practice_replace_expert"),
    "mentoring.mentor": ("mentor_move", "mentor_suspend", "mentor_confirm"),
    "mentoring.pair": ("pair_open", "pair_pause", "pair_complete", "pair_end"),
    "mentoring.mentorconsent": ("consent_withdraw",),
    "mentoring.menteeconsent": ("mentee_consent_withdraw",),
    "mentoring.programmepage": ("programme_course", "programme_consent"),
    "mentoring.duetproject": ("duet_desk", "duet_questions", "duet_invite", "duet_words", "duet_offer", "duet_build"),
    "bestpractices.yearbook": ("year_book_desk", "year_book_preview", "year_book_send"),
    "cms.municipality": ("branch_open",),
}
#: Filled with values that are no words: what the site remembers of its own work.
LEFT = frozenset({"cms.workerbeat", "cms.periodicjob"})


class Seen(TypedDict):
    """Where payloads are seen, on the site and in the admin, and how many were written."""

    site: list[str]
    admin: list[str]
    given: int


def chosen(model: type[models.Model]) -> list[models.Model]:
    """The rows of a table that are filled: public ones first, where there are such."""
    rows = models.QuerySet(model)
    if model is Mentor:
        today = timezone.localdate()
        public = public_mentors(Mentor.objects.for_presenting().order_by("pk")[:40], today)
        return list(rows.filter(pk__in=[one.pk for one in public][:ROWS]))
    if issubclass(model, Page):
        rows = rows.filter(live=True)
    return list(rows.order_by("pk")[:ROWS])


def poison_structures(thing: models.Model, payloads: Payloads) -> None:
    """Blocks get one of each kind; other structures keep their shape."""
    for field in json_fields(type(thing)):
        place = f"{thing._meta.model_name}.{field.name}"
        if isinstance(field, StreamField):
            value = json.dumps(payloads.stream(field.stream_block, place))
        else:
            value = payloads.json(getattr(thing, field.name), place)
        is_written(type(thing), thing.pk, {field.name: value})


def poison(thing: models.Model, payloads: Payloads) -> None:
    """One thing, all that belongs to it, and its newest draft."""
    things = [thing, *list(belongings(thing))[:40]]
    write(things, payloads.field)
    for one in things:
        poison_structures(one, payloads)
    if isinstance(thing, RevisionMixin) and isinstance(thing, DraftStateMixin):
        fresh = type(thing)._base_manager.get(pk=thing.pk)
        fresh.save_revision(clean=False)


def addresses(thing: models.Model, finder: AdminURLFinder, *, is_first: bool) -> Iterator[tuple[str, str]]:
    """Where a thing is seen: («site» or «admin», address); the admin shows the first of a kind, lists hold all."""
    for name in DESKS.get(thing._meta.label_lower, ()) if is_first else ():
        yield "admin", reverse(name, args=[thing.pk])
    if isinstance(thing, Page):
        yield "site", str(thing.get_url() or "")
        if not is_first:
            return
        for name in ("edit", "history", "delete"):
            yield "admin", reverse(f"wagtailadmin_pages:{name}", args=[thing.pk])
        yield "admin", reverse("wagtailadmin_explore", args=[thing.get_parent().pk])
        return
    if isinstance(thing, Mentor):
        yield "site", thing.get_absolute_url()
    edit = finder.get_edit_url(thing)
    if not is_first:
        return
    if edit:
        yield "admin", edit
    meta = thing._meta
    for action, args in (("list", []), ("history", [thing.pk]), ("delete", [thing.pk])):
        for name in (f"wagtailsnippets_{meta.app_label}_{meta.model_name}:{action}",):
            try:
                yield "admin", reverse(name, args=args)
            except NoReverseMatch:
                continue


def run() -> None:
    """Print, as JSON, how many payloads were written and where they are seen."""
    manager = get_user_model().objects.create_superuser(MANAGER, "proof@example.org", SECRET)
    finder, payloads = AdminURLFinder(manager), Payloads()
    seen: Seen = {"site": [], "admin": [], "given": 0}
    for model in (*own_models(), *FOREIGN):
        if model._meta.abstract or model._meta.proxy or model._meta.label_lower in LEFT:
            continue
        for number, thing in enumerate(chosen(model)):
            poison(thing, payloads)
            for where, address in addresses(thing, finder, is_first=not number):
                places = seen["site"] if where == "site" else seen["admin"]
                if address and address not in places:
                    places.append(address)
    seen["given"] = payloads.given
    sys.stdout.write(json.dumps(seen))
