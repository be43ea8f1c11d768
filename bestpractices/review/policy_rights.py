"""Who may change the region's rules of review."""

from bestpractices.review.models import ReviewPolicy
from cms.accounts.enums import Role
from cms.accounts.grants import TEND
from cms.accounts.registering import register_rights

register_rights(ReviewPolicy, {Role.REGIONAL_CENTRE: TEND})
