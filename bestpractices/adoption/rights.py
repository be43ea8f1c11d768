"""Who may do what with practices in use."""

from bestpractices.adoption.models import Adoption
from cms.accounts.enums import Role
from cms.accounts.grants import KEEP
from cms.accounts.registering import register_rights

register_rights(Adoption, {Role.COORDINATOR: KEEP, Role.METHODIST: KEEP, Role.REGIONAL_CENTRE: KEEP})
