"""Who may do what with municipalities and organisations."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP, KEEP_AND_CLEAR, TEND, VIEW
from cms.accounts.registering import register_rights
from cms.territories.models import Municipality, Organisation, OrganisationTag, Region

register_rights(Organisation, {Role.COORDINATOR: KEEP, Role.METHODIST: VIEW, Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
register_rights(Municipality, {Role.REGIONAL_CENTRE: KEEP})
register_rights(OrganisationTag, {Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
register_rights(Region, {Role.REGIONAL_CENTRE: TEND})
