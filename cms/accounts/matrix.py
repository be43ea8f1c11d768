"""The whole matrix of rights as a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator

from cms.accounts.enums import Role
from cms.accounts.grants import Keeper, Scope, grants

HEAD = """# Who may do what

Made by `manage.py list_rights` from what each room registers at start-up (`cms/accounts/grants.py`); a test compares.
`tests/rights/` tries every row at every door: page, form, bulk action, API and action.

A right reaches the municipality of the appointment where nothing else is said; «other» means any other municipality,
«region» everything. Who has any role but «teacher» opens the admin. A superuser may do all that anybody may.
A right to copies of pages, programmes, acts, news, interviews follows from the right to pages.
"""
KEEPERS = {
    Keeper.POLICY: "Records: answered by the permission policy of the model",
    Keeper.GROUPS: "Pages and files: kept by the groups of the branches, which follow the appointments",
    Keeper.ACTIONS: "Practices: answered by the actions of their review; nobody publishes around it",
}


def lines() -> Iterator[str]:
    """The page, line by line: one table for each keeper, a row for each kind, a column for each role."""
    yield from HEAD.splitlines()
    roles = list(Role)
    for keeper, title in KEEPERS.items():
        yield ""
        yield f"## {title}"
        yield ""
        yield f"| kind | {' | '.join(roles)} |"
        yield "| --- " * (len(roles) + 1) + "|"
        for kind in sorted({row.kind for row in grants if row.keeper is keeper}):
            yield f"| `{kind}` | {' | '.join(_cell(role, kind) for role in roles)} |"


def _cell(role: Role, kind: str) -> str:
    told = {Scope.PLACE: "", Scope.OTHER: "other: ", Scope.REGION: "region: "}
    return "; ".join(f"{told[row.scope]}{', '.join(sorted(row.verbs))}" for row in grants.of(role, kind)) or "–"
