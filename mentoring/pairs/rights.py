"""Who may do what with pairs."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP_AND_CLEAR, VIEW
from cms.accounts.registering import register_rights
from mentoring.pairs.models import Pair

register_rights(Pair, {Role.COORDINATOR: KEEP_AND_CLEAR, Role.METHODIST: VIEW, Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
