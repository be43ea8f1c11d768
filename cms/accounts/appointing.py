"""Who may appoint."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP_AND_CLEAR
from cms.accounts.models import Appointment
from cms.accounts.registering import register_rights

register_rights(Appointment, {Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
