"""Who may do what with the background work."""

from cms.accounts.enums import Role
from cms.accounts.grants import TEND
from cms.accounts.registering import register_rights
from cms.work.stored import DBTaskResult

register_rights(DBTaskResult, {Role.REGIONAL_CENTRE: TEND})
