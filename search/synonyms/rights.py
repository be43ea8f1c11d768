"""Who may do what with synonyms."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP_AND_CLEAR
from cms.accounts.registering import register_rights
from search.synonyms.models import SynonymGroup

register_rights(SynonymGroup, {Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
