"""What the room tells the others when the site starts."""

from django.utils.translation import gettext_lazy as _

from cms.freshness.tables import steady
from cms.pages.home_panels import PanelPlace, Width, register_home_panel
from cms.pages.sections import Section, sections
from mentoring.demo.parts import DemoPart, register_demo_part


def register() -> None:
    """Give every branch the section of programmes, every home the work of the month, and the demo its programmes."""
    from cms.organisations.relations import organisation_relations
    from mentoring.bank.relations import mentor_relations
    from mentoring.demo.programmes.loading import load_programmes
    from mentoring.programmes.home import deadlines_of_the_month
    from mentoring.programmes.models import ProgrammeIndexPage, ProgrammePage
    from mentoring.programmes.relations import acts_of_organisation, programme_of_mentor, programmes_of_organisation

    steady(ProgrammeIndexPage, ProgrammePage)
    sections.register(Section(ProgrammeIndexPage, _("Программы"), "programmy", 40))
    register_home_panel(PanelPlace("deadlines", 210, deadlines_of_the_month, Width.NARROW, is_steady=True))
    register_demo_part(DemoPart("programmes", 40, load_programmes))
    mentor_relations.register("programmes", 30, programme_of_mentor)
    organisation_relations.register("programmes", 20, programmes_of_organisation)
    organisation_relations.register("acts", 60, acts_of_organisation)
