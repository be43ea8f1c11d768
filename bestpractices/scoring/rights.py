"""Who may do what with criteria and experts."""

from bestpractices.scoring.models import Criterion, Expert
from cms.accounts.enums import Role
from cms.accounts.grants import KEEP_AND_CLEAR
from cms.accounts.registering import register_rights

register_rights(Criterion, {Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
register_rights(Expert, {Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
