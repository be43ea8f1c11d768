"""Who may do what with the duets of the months and the bank of questions."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP_AND_CLEAR, VIEW
from cms.accounts.registering import register_rights
from mentoring.duets.models import DuetProject
from mentoring.duets.question_bank import BankQuestion

register_rights(
    DuetProject,
    {
        Role.COORDINATOR: KEEP_AND_CLEAR,
        Role.METHODIST: VIEW,
        Role.EDITOR: KEEP_AND_CLEAR,
        Role.REGIONAL_CENTRE: KEEP_AND_CLEAR,
    },
)
register_rights(
    BankQuestion,
    {Role.COORDINATOR: VIEW, Role.METHODIST: VIEW, Role.EDITOR: VIEW, Role.REGIONAL_CENTRE: KEEP_AND_CLEAR},
)
