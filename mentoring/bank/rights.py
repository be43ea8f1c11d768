"""Who may do what with the bank of mentors."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP, KEEP_AND_CLEAR, RUN, VIEW
from cms.accounts.registering import register_rights
from mentoring.bank.models import Mentor, TrainingRecord

register_rights(Mentor, {Role.COORDINATOR: RUN, Role.METHODIST: KEEP, Role.EDITOR: VIEW, Role.REGIONAL_CENTRE: RUN})
register_rights(
    TrainingRecord, {Role.COORDINATOR: KEEP_AND_CLEAR, Role.METHODIST: KEEP, Role.REGIONAL_CENTRE: KEEP_AND_CLEAR}
)
