"""Who may do what with mails that were not sent."""

from cms.accounts.enums import Role
from cms.accounts.grants import TEND
from cms.accounts.registering import register_rights
from cms.mailing.models import OutgoingMail

register_rights(OutgoingMail, {Role.REGIONAL_CENTRE: TEND})
