from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class BestPracticesConfig(AppConfig):
    """Practices, their review, their scores, their copies, their use."""

    name = "bestpractices"
    is_written_by_people = True
    verbose_name = "Лучшие практики"

    def ready(self) -> None:
        """Every branch gets its bank of practices, a new region the usual rules of review."""
        from bestpractices.adoption import rights as rights_to_adoptions  # noqa: F401
        from bestpractices.holding import declare_holders
        from bestpractices.practices import open_data as of_practices
        from bestpractices.practices.home import new_practices
        from bestpractices.practices.models import PracticeIndexPage, PracticePage
        from bestpractices.practices.next_step import write_a_practice
        from bestpractices.practices.relations import register as register_relations
        from bestpractices.republication import names as names_in_copies
        from bestpractices.republication import open_data as of_copies
        from bestpractices.republication import registration
        from bestpractices.review import grants as rights_to_practices
        from bestpractices.review import policy_rights  # noqa: F401
        from bestpractices.review.looks import Look
        from bestpractices.review.mails import mail_to
        from bestpractices.scoring import rights as rights_to_experts  # noqa: F401
        from bestpractices.seeding import ensure_corrections, ensure_review
        from bestpractices.yearbook import names as names_in_books
        from bestpractices.yearbook import rights as rights_to_books  # noqa: F401
        from cms.freshness.tables import behind_the_scenes
        from cms.mailing.stock.carriers import carry_by
        from cms.pages.home_panels import PanelPlace, Width, register_home_panel
        from cms.pages.sections import Section, sections
        from mentoring.programmes.stages.next_steps import register_next_step

        post_migrate.connect(ensure_review, sender=self, dispatch_uid="bestpractices.seeding")
        post_migrate.connect(ensure_corrections, sender=self, dispatch_uid="bestpractices.seeding.corrections")
        carry_by(PracticePage, mail_to)
        behind_the_scenes(Look)  # every reading of a reviewer is written down
        rights_to_practices.register()
        declare_holders()
        sections.register(
            Section(PracticeIndexPage, _("Банк лучших практик"), "praktiki", order=20, menu=_("Практики"))
        )
        register_home_panel(PanelPlace("practices", 200, new_practices, Width.WIDE))
        register_next_step(write_a_practice)
        register_relations()
        registration.register()
        of_practices.register()
        of_copies.register()
        names_in_copies.register()
        names_in_books.register()
