"""Builds branches: what is missing is added, what an editor has changed stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, Site

from cms.branches.enums import Seat
from cms.branches.granting import grant_files, grant_pages
from cms.branches.membership import seat_the_appointed
from cms.branches.models import Branch, BranchGroup
from cms.branches.rights import IMAGE, PAGE, SHARED_FILE_RIGHTS, of_centre, of_seat
from cms.branches.workflow import assign_workflow, text_workflow
from cms.pages.models import MunicipalityPage
from cms.pages.sections import build_sections
from cms.territories.models import Municipality


class NoHomePageError(Exception):
    """The site has no first page under which branches could stand."""


@transaction.atomic
def build_region_branch() -> Branch:
    """Give the region its sections, its shared files and the centre's group, which rules everywhere."""
    home = region_home()
    build_sections(home)
    root = Collection.get_first_root_node()
    branch = Branch.objects.filter(municipality=None).first()
    if branch is None:
        shared = root.add_child(instance=Collection(name=_("Общие файлы области")))
        branch = Branch.objects.create(municipality=None, collection=shared)
    group = _group(branch, Seat.PUBLISHES, _("Региональный центр"))
    grant_pages(group, home, of_centre(PAGE))
    grant_files(group, root, of_centre(IMAGE))
    seat_the_appointed()
    return branch


@transaction.atomic
def build_branches(municipalities: Iterable[Municipality]) -> list[Branch]:
    """Open or complete the branches of these municipalities; the region's own stands before them."""
    shared = build_region_branch().collection
    home = region_home()
    workflow = text_workflow()
    branches = [_build(municipality, home, shared) for municipality in municipalities]
    pages = MunicipalityPage.objects.filter(home_of__branch__in=branches)
    build_sections(*pages)
    for page in pages:
        assign_workflow(page, workflow)
    seat_the_appointed()
    return branches


def region_home() -> Page:
    """The region's first page, under which the municipalities stand; raises ``NoHomePageError``."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise NoHomePageError(_("У сайта нет главной страницы. Выполните manage.py migrate."))
    return site.root_page


def _build(municipality: Municipality, home: Page, shared: Collection) -> Branch:
    page = _page(municipality, home)
    branch = Branch.objects.filter(municipality=municipality).select_related("collection").first()
    if branch is None:
        root = Collection.get_first_root_node()
        files = root.add_child(instance=Collection(name=municipality.name))
        branch = Branch.objects.create(municipality=municipality, collection=files)
    for seat in Seat:
        group = _group(branch, seat, f"{municipality.name}: {seat.label}")
        grant_pages(group, page, of_seat(PAGE, seat))
        grant_files(group, branch.collection, of_seat(IMAGE, seat))
        grant_files(group, shared, SHARED_FILE_RIGHTS)
    return branch


def _page(municipality: Municipality, home: Page) -> MunicipalityPage:
    page = MunicipalityPage.objects.filter(home_of=municipality).first()
    if page is None:
        page = MunicipalityPage(title=municipality.name, slug=municipality.code, home_of=municipality)
        home.add_child(instance=page)
    return page


def _group(branch: Branch, seat: Seat, name: str) -> Group:
    """The group of a seat, under a name that no other group bears."""
    known = BranchGroup.objects.filter(branch=branch, seat=seat).select_related("group").first()
    if known is not None:
        return known.group
    group, _is_new = Group.objects.get_or_create(name=name[:150])
    BranchGroup.objects.create(branch=branch, seat=seat, group=group)
    return group
