"""What the room tells the others when the site starts."""

from django.utils.translation import gettext_lazy as _

from cms.pages.sections import Section, sections


def register() -> None:
    """Give every branch the section of acts."""
    from cms.acts.models import ActIndexPage

    sections.register(Section(ActIndexPage, _("Нормативные акты"), "akty", 60, menu=_("Документы")))
