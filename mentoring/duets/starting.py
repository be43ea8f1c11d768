"""What the room brings to the site when it starts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.pages.home_panels import PanelPlace, register_home_panel
from cms.pages.sections import Section, sections


def start_duets() -> None:
    """Register the section, and listen to what a duet follows."""
    from cms.files.holders import refused, withheld
    from cms.organisations.relations import organisation_relations
    from mentoring.bank.relations import mentor_relations, portrait_sources
    from mentoring.duets import jobs, receivers  # noqa: F401
    from mentoring.duets.home_panel import duet_of_the_month
    from mentoring.duets.pages import DuetIndexPage
    from mentoring.duets.portraits import shows_somebody_who_did_not_agree, withheld_pages
    from mentoring.duets.relations import duets_of_mentor, duets_of_organisation, portrait_from_duet

    sections.register(Section(DuetIndexPage, _("Дуэты"), "duety", 40))
    register_home_panel(PanelPlace("duet", 100, duet_of_the_month))
    mentor_relations.register("duets", 10, duets_of_mentor)
    organisation_relations.register("duets", 40, duets_of_organisation)
    portrait_sources[:] = [portrait_from_duet]
    withheld.append(withheld_pages)
    refused.append(shows_somebody_who_did_not_agree)
