"""Who may do what with year books."""

from bestpractices.yearbook.models import YearBook
from cms.accounts.enums import Role
from cms.accounts.grants import DECIDE, KEEP, KEEP_AND_CLEAR
from cms.accounts.registering import register_rights

register_rights(YearBook, {Role.COORDINATOR: KEEP_AND_CLEAR, Role.METHODIST: KEEP, Role.REGIONAL_CENTRE: DECIDE})
