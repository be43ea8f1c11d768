"""«Открыть раздел»: who may, what stands there afterwards, and that it can be repeated."""

from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, WorkflowPage

from cms.accounts.approval import TerritoryApprovalTask
from cms.actions import Refused
from cms.branches.actions import OpenBranch
from cms.branches.models import Branch
from cms.pages.models import MunicipalityPage
from cms.pages.sections import sections
from tests.factories import MunicipalityFactory, open_branch

pytestmark = pytest.mark.django_db


def test_the_centre_opens_a_branch_with_everything_in_it(signed_in, regional_centre, municipality, editor):
    client = signed_in(regional_centre)
    assert "Открыть раздел" in client.get(reverse("cms_municipality_modeladmin_index")).content.decode()
    address = reverse("branch_open", args=[municipality.pk])
    assert "только здесь" in client.get(address).content.decode()

    client.post(address)

    home = MunicipalityPage.objects.get(home_of=municipality)
    assert home.live
    assert {page.specific_class for page in home.get_children()} == {section.model for section in sections}
    assert home.get_workflow().tasks.get().specific_class is TerritoryApprovalTask
    assert home.permissions_for_user(editor).can_add_subpage()
    assert not home.permissions_for_user(editor).can_publish()
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("who", ["coordinator", "editor", "methodist"])
def test_nobody_else_opens_branches(who, request, signed_in, municipality):
    user = request.getfixturevalue(who)
    signed_in(user).post(reverse("branch_open", args=[municipality.pk]))
    with pytest.raises(PermissionDenied):
        OpenBranch(municipality, user).execute()
    assert not Branch.objects.exists()


def test_an_open_branch_and_a_closed_municipality_are_refused_in_words(municipality, regional_centre):
    OpenBranch(municipality, regional_centre).execute()
    with pytest.raises(Refused, match="уже открыт"):
        OpenBranch(municipality, regional_centre).execute()
    with pytest.raises(Refused, match="не участвующий"):
        OpenBranch(MunicipalityFactory(closed=True), regional_centre).execute()


def test_the_command_opens_completes_and_repeats(municipality, other_municipality):
    out = StringIO()
    call_command("open_branches", stdout=out)
    assert list(Branch.objects.values_list("municipality", flat=True)) == [None]

    call_command("open_branches", "klyuchi", stdout=out)
    call_command("open_branches", "--all", stdout=out)
    home = MunicipalityPage.objects.get(home_of=municipality)
    home.get_children().first().delete() if home.get_children() else None
    before = GroupPagePermission.objects.count(), WorkflowPage.objects.count()
    call_command("open_branches", stdout=out)

    assert "Готовы разделы области и 2 муниципалитетов" in out.getvalue().replace("\xa0", " ")
    assert (GroupPagePermission.objects.count(), WorkflowPage.objects.count()) == before
    assert home.get_children().count() == len(list(sections))


def test_an_unknown_code_is_named(municipality):
    with pytest.raises(CommandError, match="atlantida"):
        call_command("open_branches", "atlantida")


def test_a_right_taken_from_the_table_is_taken_from_the_group(municipality):
    home = open_branch(municipality)
    group = municipality.branch.groups.first().group
    extra = GroupPagePermission.objects.exclude(group=group).first().permission
    GroupPagePermission.objects.get_or_create(group=group, page=home, permission=extra)
    before = GroupPagePermission.objects.filter(group=group).count()

    open_branch(municipality)

    assert GroupPagePermission.objects.filter(group=group).count() <= before
