"""Who may do what with the background work."""

from django_tasks_db.models import DBTaskResult

from cms.accounts.enums import Role
from cms.accounts.grants import TEND
from cms.accounts.registering import register_rights

register_rights(DBTaskResult, {Role.REGIONAL_CENTRE: TEND})
