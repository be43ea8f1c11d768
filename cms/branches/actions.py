"""Opening the branch of a municipality."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.actions import Action, Refused
from cms.branches.building import NoHomePageError, build_branches
from cms.branches.models import Branch
from cms.territories.models import Municipality


class OpenBranch(Action):
    """«Открыть раздел»: pages, groups, files and workflow of a municipality, and the seats of its people."""

    permission = "change"
    log_action = "duet.branch.open"
    thing: Municipality

    def check(self) -> None:
        if not self.thing.is_active:
            raise Refused(_("Муниципалитет отмечен как не участвующий. Верните отметку, и раздел можно открыть."))
        if Branch.objects.filter(municipality=self.thing).exists():
            raise Refused(_("Раздел уже открыт."))

    def apply(self) -> None:
        try:
            build_branches([self.thing])
        except NoHomePageError as error:
            raise Refused(str(error)) from error
