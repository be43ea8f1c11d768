"""Who may do a thing may undo it: every pair of verbs, by every role; and no library call asks for another right."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.core.exceptions import PermissionDenied
from django.urls import get_resolver
from wagtail.models import Page

from cms.accounts.enums import REGION_WIDE_ROLES, Role
from cms.actions import Action
from cms.pages.models import ContentPage
from tests.factories import UserFactory, open_branch
from tests.rights.test_matrix import undone
from tests.rights.undoing import HOST, ONE_WAY, UNDOABLE

pytestmark = pytest.mark.django_db

#: Wagtail's verbs that ask whether the user has a right to the page, unless they are told that it was asked.
ASKING = {"publish", "unpublish", "delete", "move", "copy", "create_alias", "copy_for_translation"}


#: What verbs of each kind of consent are derived from; nobody calls them.
BASES = {"RecordsConsent", "WithdrawsConsent"}


def registry(kind: type[Any] = Action) -> Iterator[type[Any]]:
    """Every verb of the site: the classes that nothing is derived from, and those with a name in the history."""
    for verb in kind.__subclasses__():
        name = vars(verb).get("log_action")
        if not verb.__subclasses__() or (isinstance(name, str) and name and verb.__name__ not in BASES):
            yield verb
        yield from registry(verb)


def test_every_verb_has_its_way_back_or_a_reason_why_not() -> None:
    get_resolver().url_patterns  # noqa: B018 – imports every room
    verbs = {verb.__name__ for verb in registry() if not verb.__module__.startswith("tests.")}
    paired = {verb.__name__ for pair in UNDOABLE for verb in pair}
    assert verbs - paired - set(ONE_WAY) == set(), "decide what undoes these"
    assert set(ONE_WAY) - verbs == set()
    assert set(ONE_WAY) & paired == set()


#: Tried at every run; the other pairs, which take whole reviews to prepare, are tried by CI.
OFTEN = (
    "PublishDuet-TakeDown",
    "ScheduleDuet-",
    "CompletePair-",
    "RecordConsent-",
    "SuspendMentor-",
    "RejectPractice-",
)


def pairs() -> Iterator[Any]:
    for do, undo in UNDOABLE:
        name = f"{do.__name__}-{undo.__name__}"
        yield pytest.param((do, undo), id=name, marks=() if name.startswith(OFTEN) else pytest.mark.slow)


@pytest.mark.parametrize("pair", list(pairs()))
def test_who_does_it_may_undo_it(pair: Any, municipality: Any, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*", HOST]
    undoable, able, stuck = UNDOABLE[pair], [], []
    made = undoable.make(municipality)
    for role in Role:
        place = None if role in REGION_WIDE_ROLES else municipality
        with undone():
            user, thing = UserFactory(role=role, municipality=place), copy(made)
            try:
                done = undoable.do(thing, user).execute()
            except PermissionDenied:
                continue
            able.append(role)
            done = type(done).objects.get(pk=done.pk)
            try:
                undoable.undo(done, user).execute()
            except Exception as error:
                stuck.append((role, repr(error)))
    assert stuck == []
    assert able, "nobody may do it at all: the walk tries nothing"


@pytest.mark.parametrize("role", Role)
def test_who_publishes_locks_or_adds_a_page_takes_it_back(role: Role, municipality: Any) -> None:
    place = None if role in REGION_WIDE_ROLES else municipality
    user, branch = UserFactory(role=role, municipality=place), open_branch(municipality)
    parent = Page.objects.get(pk=branch.pk)
    page = parent.add_child(instance=ContentPage(title="Текст", slug="tekst", live=False, owner=user))
    may = Page.objects.get(pk=page.pk).specific.permissions_for_user(user)
    adds = parent.specific.permissions_for_user(user).can_add_subpage()
    assert not adds or may.can_delete()
    publishes, locks = may.can_publish(), may.can_lock()
    Page.objects.filter(pk=page.pk).update(live=True, locked=True, locked_by=user)
    may = Page.objects.get(pk=page.pk).specific.permissions_for_user(user)
    assert not publishes or may.can_unpublish()
    assert not locks or may.can_unlock()


def test_no_verb_asks_wagtail_for_a_right_beside_its_own() -> None:
    """The verb has asked already; Wagtail's own question would leave it undone for who has no right to pages."""
    found = []
    for room in ("cms", "mentoring", "bestpractices", "search", "demo"):
        for file in (Path(site.BASE_DIR) / room).rglob("*.py"):
            text = file.read_text()
            if "demo" not in file.parts and any(f".{verb}(" in text for verb in ASKING):
                found += [f"{file.name}:{call.lineno}" for call in asking_calls(ast.parse(text))]
    assert found == []


def asking_calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls like ``page.unpublish(user=user)`` without ``skip_permission_checks``."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr not in ASKING:
            continue
        words = {word.arg: word.value for word in call.keywords}
        user = words.get("user")
        is_named = user is not None and not (isinstance(user, ast.Constant) and user.value is None)
        if is_named and "skip_permission_checks" not in words:
            yield call
