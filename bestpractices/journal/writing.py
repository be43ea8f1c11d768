"""How a line gets into the journal: by the action itself, in its transaction."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from bestpractices.journal.enums import What
from bestpractices.journal.models import Decision
from cms.accounts import people


def record(
    practice: Any, what: What, user: Any, *, why: str = "", stage: str = "", revision: Any = None, who: str = ""
) -> Decision:
    """Write a decision about a practice; ``who`` names people without an account."""
    return Decision.objects.create(
        page_id=practice.pk,
        title=practice.title,
        municipality_id=practice.municipality_id,
        user_id=getattr(user, "pk", None),
        who=who or name_of(user),
        what=what,
        stage=stage,
        why=why,
        revision_id=getattr(revision, "pk", None),
    )


def name_of(user: Any) -> str:
    """A person's name as the journal keeps it."""
    return _("сайт") if user is None else people.name_of(user)
