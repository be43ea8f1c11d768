from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MentoringConfig(AppConfig):
    """People, the Mentor Bank, pairs."""

    name = "mentoring"
    is_written_by_people = True
    verbose_name = "Наставничество"

    def ready(self) -> None:
        """A new database gets the workflow of the bank; Wagtail's own tables stand before ours are ready."""
        from cms.contacts.shown import register_place_finder
        from cms.freshness.tables import behind_the_scenes
        from cms.organisations.relations import organisation_relations
        from mentoring import figures  # noqa: F401
        from mentoring.bank import rights as rights_to_the_bank  # noqa: F401
        from mentoring.bank.approval import ensure_workflow
        from mentoring.bank.imports import background
        from mentoring.bank.imports.models import ImportJob, ImportRow, RememberedColumns
        from mentoring.bank.places import municipality_of_mentor_page
        from mentoring.bank.portraits import declare_portraits
        from mentoring.bank.relations import mentors_of
        from mentoring.consents import reminders  # noqa: F401
        from mentoring.consents import rights as rights_to_consents  # noqa: F401
        from mentoring.duets import open_data as of_duets
        from mentoring.duets import rights as rights_to_duets  # noqa: F401
        from mentoring.duets.starting import start_duets
        from mentoring.letters import housekeeping as of_letters  # noqa: F401
        from mentoring.letters.models import MentorLetter
        from mentoring.mentions.registration import start_mentions
        from mentoring.pairs import registration as pairs
        from mentoring.pairs import rights as rights_to_pairs  # noqa: F401
        from mentoring.programmes import open_data as of_programmes
        from mentoring.programmes import registration
        from mentoring.reference import rights as rights_to_lists  # noqa: F401

        behind_the_scenes(ImportJob, ImportRow, RememberedColumns, MentorLetter)
        background.connect()
        register_place_finder("mentors", municipality_of_mentor_page)
        organisation_relations.register("mentors", 10, mentors_of)
        declare_portraits()
        pairs.register()
        post_migrate.connect(ensure_workflow, sender=self, dispatch_uid="mentoring.bank.approval")
        registration.register()
        start_duets()
        start_mentions()
        of_duets.register()
        of_programmes.register()
