"""The branches of the municipalities on the demo's site."""

from datetime import date

from django.utils.translation import gettext as _

from cms.branches.building import build_branches
from cms.territories.models import Municipality
from cms.wording import counted
from demo.parts import Say


def load_branches(today: date, say: Say) -> None:
    """Open the branch of every municipality."""
    branches = build_branches(Municipality.objects.active())
    say(_("%s на сайте") % counted(len(branches), _("раздел"), _("раздела"), _("разделов")))
