"""What the room tells the others when the site starts."""

from django.utils.translation import gettext_lazy as _

from cms.pages.sections import Section, sections


def register() -> None:
    """Give every branch the section of acts, and every act its issuer."""
    from cms.acts.models import ActIndexPage
    from cms.acts.open_data import register as register_open_data
    from cms.acts.relations import act_relations, issuer_of_act

    sections.register(Section(ActIndexPage, _("Нормативные акты"), "akty", 60, menu=_("Документы")))
    act_relations.register("issuer", 5, issuer_of_act)
    register_open_data()
