from __future__ import annotations

from typing import Any

from cms.branches.building import build_branches
from cms.pages.models import MunicipalityPage
from cms.territories.models import Municipality


def open_branch(municipality: Municipality) -> Any:
    """The home page of the municipality's open branch, with its sections, groups, files and workflow."""
    build_branches([municipality])
    return MunicipalityPage.objects.get(home_of=municipality)
