"""A municipality that publishes, and the region's centre that takes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.models import Page

from bestpractices.republication.actions import OwnWords, TakeCopy
from bestpractices.republication.enums import CopyMode
from bestpractices.republication.models import Republication
from cms.branches.building import build_region_branch, region_home
from cms.territories.models import Municipality
from mentoring.programmes.models import ProgrammeIndexPage, ProgrammePage
from tests.factories import OrganisationFactory, open_branch
from tests.factories.programmes import make_programme


@pytest.fixture
def region_section(db: None) -> Page:
    """The region's own section of programmes."""
    build_region_branch()
    return ProgrammeIndexPage.objects.child_of(region_home()).get()


@pytest.fixture
def source(municipality: Municipality, region_section: Page) -> ProgrammePage:
    """A published programme of a school of the municipality."""
    open_branch(municipality)
    return make_programme(OrganisationFactory(municipality=municipality, short_name="Ракитинская школа"))


@pytest.fixture
def take(region_section: Page, regional_centre: User) -> Any:
    """Take a page into the region's section and publish the copy: ``take(page, mode)`` gives its record."""

    def taken(page: Page, mode: CopyMode = CopyMode.HOLD, target: Page | None = None) -> Republication:
        words = OwnWords("Программа школы из Ключей", "Коротко о главном", date(2026, 11, 1), mode)
        copy = TakeCopy(page, target or region_section, words, regional_centre).execute()
        copy.save_revision(user=regional_centre).publish()
        return Republication.objects.get(page=copy.pk)

    return taken
