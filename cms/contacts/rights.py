"""Who may do what with the contacts of coordinators."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP, KEEP_AND_CLEAR
from cms.accounts.registering import register_rights
from cms.contacts.models import CoordinatorContact

register_rights(CoordinatorContact, {Role.COORDINATOR: KEEP, Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
