"""What one may do with pages and files: rows of the matrix that Wagtail's groups keep, one group for each seat."""

from __future__ import annotations

from collections.abc import Mapping

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.accounts.enums import REGION_WIDE_ROLES, Role
from cms.accounts.grants import Keeper, Scope, grants
from cms.branches.enums import Seat

#: Where the people of a role sit in the branch of their appointment; other roles have no pages.
SEATS: Mapping[Role, Seat] = {
    Role.EDITOR: Seat.WRITES,
    Role.METHODIST: Seat.PUBLISHES,
    Role.COORDINATOR: Seat.PUBLISHES,
    Role.REGIONAL_CENTRE: Seat.PUBLISHES,
}
PAGE, IMAGE = "wagtailcore.page", "wagtailimages.image"
#: Everybody with a seat uses the pictures and documents that the centre shares.
SHARED_FILE_RIGHTS = frozenset({"choose"})

_WRITE = frozenset({"add", "change"})
_PUBLISH = _WRITE | {"publish", "lock", "unlock"}
#: Who adds a file may also change and delete it.
_OWN_FILES = frozenset({"add", "choose"})
_ALL_FILES = _OWN_FILES | {"change"}


def register() -> None:
    """Add the rows; the centre also removes a page with everything below it."""
    pages = {Role.EDITOR: _WRITE, Role.METHODIST: _PUBLISH, Role.COORDINATOR: _PUBLISH}
    pages[Role.REGIONAL_CENTRE] = _PUBLISH | {"bulk_delete"}
    files = {role: _OWN_FILES if seat is Seat.WRITES else _ALL_FILES for role, seat in SEATS.items()}
    grants.register(Page, pages, scope=Scope.PLACE, keeper=Keeper.GROUPS)
    for model in (get_image_model(), get_document_model()):
        grants.register(model, files, scope=Scope.PLACE, keeper=Keeper.GROUPS)


def of_seat(kind: str, seat: Seat) -> frozenset[str]:
    """What the group of a seat in a municipality's branch may do with pages or files there."""
    roles = [role for role, sits in SEATS.items() if sits is seat and role not in REGION_WIDE_ROLES]
    return frozenset(verb for role in roles for verb in grants.verbs(role, kind))


def of_centre(kind: str) -> frozenset[str]:
    """What the group of the centre may do with pages or files everywhere."""
    return grants.verbs(Role.REGIONAL_CENTRE, kind)
