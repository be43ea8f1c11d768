from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is appointed to; the rights of a role are registered in ``cms.accounts.grants``."""

    TEACHER = "teacher", _("учитель")
    COORDINATOR = "coordinator", _("муниципальный координатор")
    METHODIST = "methodist", _("методист")
    EXPERT = "expert", _("эксперт")
    EDITOR = "editor", _("редактор")
    REGIONAL_CENTRE = "regional_centre", _("региональный центр")


#: Roles that work for the whole region; all others need a municipality.
REGION_WIDE_ROLES = frozenset({Role.REGIONAL_CENTRE})

#: Roles that sign in to the admin; a teacher searches the public site.
STAFF_ROLES = frozenset({Role.COORDINATOR, Role.METHODIST, Role.EXPERT, Role.EDITOR, Role.REGIONAL_CENTRE})
