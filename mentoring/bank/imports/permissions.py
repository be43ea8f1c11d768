"""Who may import, where, and how far: asked again at every step."""

from __future__ import annotations

from django.db.models import QuerySet

from cms.accounts.territory import Territory, User, territory_of
from cms.territories.models import Municipality
from mentoring.bank.imports.models import ImportJob

_MENTOR = "mentoring.mentor"


def import_territory(user: User) -> Territory:
    """Where the user may add entries to the bank."""
    return territory_of(user, _MENTOR, ["add"])


def user_can_import(user: User) -> bool:
    """Whether the user may import anywhere."""
    return bool(import_territory(user))


def user_can_continue(user: User, job: ImportJob) -> bool:
    """Whether the user may go on with this import: their own, or one of a municipality whose bank they keep."""
    territory = import_territory(user)
    if job.municipality_id is None:
        return territory.everywhere or (bool(territory) and job.user_id == user.pk)
    return territory.covers(job.municipality_id)


def importable_municipalities(user: User) -> QuerySet[Municipality]:
    """The municipalities into whose bank the user may import."""
    territory = import_territory(user)
    return territory.restrict(Municipality.objects.active(), "pk") if territory else Municipality.objects.none()


def user_can_state_consents(user: User) -> bool:
    """Whether the user may record consents and publish on them, wherever they may import."""
    return _reaches(user, "mentoring.mentorconsent", "add") and user_can_publish(user)


def user_can_publish(user: User) -> bool:
    """Whether the user may publish entries, wherever they may import."""
    return _reaches(user, _MENTOR, "publish")


def user_can_create_organisations(user: User) -> bool:
    """Whether the user may add organisations, wherever they may import."""
    return _reaches(user, "cms.organisation", "add")


def user_can_undo(user: User, job: ImportJob) -> bool:
    """Whether the user may take back what an import wrote: delete entries wherever it may have written."""
    held = territory_of(user, _MENTOR, ["delete"])
    if job.municipality_id is not None:
        return held.covers(job.municipality_id)
    return _reaches(user, _MENTOR, "delete")


def _reaches(user: User, label: str, action: str) -> bool:
    needed, held = import_territory(user), territory_of(user, label, [action])
    return held.everywhere or (not needed.everywhere and needed.municipalities <= held.municipalities)
