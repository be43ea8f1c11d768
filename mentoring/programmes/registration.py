"""What the room tells the others when the site starts."""

from django.utils.translation import gettext_lazy as _

from cms.pages.home_panels import PanelPlace, Width, register_home_panel
from cms.pages.sections import Section, sections


def register() -> None:
    """Give every branch the section of programmes and every home the work of the month."""
    from cms.acts.relations import act_relations
    from cms.news.panels import programme_pages
    from cms.organisations.relations import organisation_relations
    from mentoring.bank.relations import mentor_relations
    from mentoring.duets.relations import duet_relations
    from mentoring.programmes import relations
    from mentoring.programmes.home import deadlines_of_the_month
    from mentoring.programmes.models import ProgrammeIndexPage, ProgrammePage

    programme_pages.append(ProgrammePage)
    sections.register(Section(ProgrammeIndexPage, _("Программы"), "programmy", 40))
    register_home_panel(PanelPlace("deadlines", 210, deadlines_of_the_month, Width.NARROW))
    mentor_relations.register("programmes", 30, relations.programme_of_mentor)
    organisation_relations.register("programmes", 20, relations.programmes_of_organisation)
    organisation_relations.register("acts", 60, relations.acts_of_organisation)
    act_relations.register("programmes", 10, relations.programmes_of_act)
    duet_relations.register("programmes", 20, relations.programme_of_duet)
    relations.programme_relations.register("events", 10, relations.events_of)
    relations.programme_relations.register("mentors", 20, relations.mentors_of_programme)
    relations.programme_relations.register("duets", 30, relations.duets_of_programme)
