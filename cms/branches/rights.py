"""What one may do with pages and files, as one readable table: role → seat in a branch → actions.

Rights to everything else stand in ``cms.accounts.grants``. Tests generate the matrix of pages from this table.
"""

from __future__ import annotations

from collections.abc import Mapping

from cms.accounts.enums import Role
from cms.branches.enums import Seat

#: Where the people of a role sit in the branch of their appointment; other roles have no pages.
SEATS: Mapping[Role, Seat] = {
    Role.EDITOR: Seat.WRITES,
    Role.METHODIST: Seat.PUBLISHES,
    Role.COORDINATOR: Seat.PUBLISHES,
    Role.REGIONAL_CENTRE: Seat.PUBLISHES,
}

#: Seat → rights to the pages of the branch.
PAGE_RIGHTS: Mapping[Seat, frozenset[str]] = {
    Seat.WRITES: frozenset({"add", "change"}),
    Seat.PUBLISHES: frozenset({"add", "change", "publish", "lock", "unlock"}),
}
#: The centre also removes a page with everything below it.
REGION_PAGE_RIGHTS = PAGE_RIGHTS[Seat.PUBLISHES] | {"bulk_delete"}

#: Seat → rights to the images and documents of the branch; who adds a file may also change and delete it.
FILE_RIGHTS: Mapping[Seat, frozenset[str]] = {
    Seat.WRITES: frozenset({"add", "choose"}),
    Seat.PUBLISHES: frozenset({"add", "change", "choose"}),
}
#: Everybody with a seat uses the pictures and documents that the centre shares.
SHARED_FILE_RIGHTS = frozenset({"choose"})
