"""What the room tells the others when the site starts."""

from django.utils.translation import gettext_lazy as _

from cms.pages.sections import Section, sections


def register() -> None:
    """Give every branch the section of programmes."""
    from mentoring.programmes.models import ProgrammeIndexPage

    sections.register(Section(ProgrammeIndexPage, _("Программы"), "programmy", 40))
