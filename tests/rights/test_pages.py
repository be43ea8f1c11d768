"""The table of rights to pages, tried at every door: role × action × own or another branch."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from cms.accounts.enums import REGION_WIDE_ROLES, Role
from cms.accounts.grants import Scope, grants
from cms.branches.rights import PAGE
from cms.pages.models import HomePage
from tests.factories import UserFactory, open_branch
from tests.rights.pages import ATTEMPTS, Scene
from tests.rights.test_matrix import undone

pytestmark = pytest.mark.django_db

#: Tried at every run; the other roles are tried by CI.
OFTEN = {Role.COORDINATOR}
ROLES = [pytest.param(role, marks=() if role in OFTEN else pytest.mark.slow) for role in Role]


@pytest.fixture
def branches(municipality, other_municipality):
    """The user's own branch, and another one."""
    return open_branch(municipality), open_branch(other_municipality)


def may(role: Role, action: str, own: bool) -> bool:
    """What the declared table says."""
    rows = grants.of(role, PAGE)
    return any(action in row.verbs and (own or row.scope == Scope.REGION) for row in rows)


@pytest.mark.parametrize("role", ROLES)
def test_every_door_of_a_page_opens_exactly_as_the_table_says(role, branches, municipality, signed_in):
    place = None if role in REGION_WIDE_ROLES else municipality
    client = signed_in(UserFactory(role=role, municipality=place))
    client.raise_request_exception = False
    wrong = []
    for action, attempt in ATTEMPTS:
        for own, branch in zip((True, False), branches, strict=True):
            with undone():
                pages = Page.objects.in_bulk([branch.pk, branches[0].pk])
                happened = attempt(Scene(client, pages[branch.pk], pages[branches[0].pk]))
            if happened != may(role, action, own):
                wrong.append((attempt.__name__, "own" if own else "other", happened))
    assert wrong == []


@pytest.mark.parametrize("role", [Role.EDITOR, Role.COORDINATOR])
def test_the_frame_of_a_branch_is_not_for_its_people_to_remove(role, branches, municipality, signed_in):
    client = signed_in(UserFactory(role=role, municipality=municipality))
    own = branches[0]
    for path in ("delete", "unpublish", f"move/{HomePage.objects.get().pk}/confirm"):
        client.post(f"/admin/pages/{own.pk}/{path}/")
    client.post(f"/admin/pages/{own.pk}/privacy/", {"restriction_type": "login"})

    own.refresh_from_db()
    assert own.live
    assert not own.view_restrictions.exists()


def test_the_centre_may_take_a_branch_down(branches, regional_centre, signed_in):
    signed_in(regional_centre).post(f"/admin/pages/{branches[1].pk}/unpublish/")
    branches[1].refresh_from_db()
    assert not branches[1].live
