"""Who may do what with the glossary."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP_AND_CLEAR
from cms.accounts.registering import register_rights
from cms.glossary.models import GlossaryTerm

register_rights(GlossaryTerm, {Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
