"""Who may do what with consents."""

from cms.accounts.enums import Role
from cms.accounts.grants import RECORD, VIEW
from cms.accounts.registering import register_rights
from mentoring.consents.models import MenteeConsent, MentorConsent

register_rights(MentorConsent, {Role.COORDINATOR: RECORD, Role.METHODIST: VIEW, Role.REGIONAL_CENTRE: RECORD})
register_rights(
    MenteeConsent, {Role.COORDINATOR: RECORD, Role.METHODIST: VIEW, Role.EDITOR: VIEW, Role.REGIONAL_CENTRE: RECORD}
)
