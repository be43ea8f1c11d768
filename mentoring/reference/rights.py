"""Who may do what with the reference lists."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP_AND_CLEAR
from cms.accounts.registering import register_rights
from mentoring.reference.models import Audience, Deficit, Direction, SchoolDocument, Subject, WorkFormat

for model in (Audience, Deficit, Direction, SchoolDocument, Subject, WorkFormat):
    register_rights(model, {Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
