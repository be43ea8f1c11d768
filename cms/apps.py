from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CmsConfig(AppConfig):
    """Territories, accounts, base pages."""

    name = "cms"
    is_written_by_people = True
    verbose_name = "Сайт и территории"

    def ready(self) -> None:
        """Register the system checks and the receivers of signals."""
        from cms.accounts import appointing, closings, demo_guard, lockout  # noqa: F401
        from cms.accounts.email import watching as mailboxes
        from cms.accounts.sign_ins import noting  # noqa: F401
        from cms.acts import registration as acts
        from cms.appearance import menus, panels
        from cms.branches import checks, following  # noqa: F401
        from cms.branches import rights as rights_to_pages
        from cms.branches.stock_names import name_in_russian
        from cms.caching import health as cache_health  # noqa: F401
        from cms.caching.table import make_table
        from cms.confirming import housekeeping as of_forms  # noqa: F401
        from cms.contacts import confirmed  # noqa: F401
        from cms.contacts import housekeeping as of_letters  # noqa: F401
        from cms.contacts import rights as rights_to_contacts  # noqa: F401
        from cms.drafts import sweeping  # noqa: F401
        from cms.files import metadata
        from cms.freshness import checks as freshness_checks  # noqa: F401
        from cms.freshness import handlers as freshness
        from cms.freshness import references
        from cms.generated_words import let_names_agree
        from cms.glossary import rights as rights_to_terms  # noqa: F401
        from cms.health import checks as health_checks  # noqa: F401
        from cms.health import upgrading  # noqa: F401
        from cms.links import jobs as link_jobs  # noqa: F401
        from cms.lists import cells, lookups
        from cms.mailing import couriers  # noqa: F401
        from cms.mailing import rights as rights_to_mails  # noqa: F401
        from cms.mailing.stock import comments, workflow
        from cms.news import registration as news
        from cms.observing import figures  # noqa: F401
        from cms.open_data import comparing, telling  # noqa: F401
        from cms.open_data.notices import connect as tell_partners
        from cms.organisations import open_data as of_organisations
        from cms.pages import moves, revision_order  # noqa: F401
        from cms.planning import due, health  # noqa: F401
        from cms.settings import checks as settings_checks  # noqa: F401
        from cms.sharing.address import tell_the_site_its_address
        from cms.territories import rights as rights_to_places  # noqa: F401
        from cms.texts import saving
        from cms.work import handlers, housekeeping  # noqa: F401
        from cms.work import rights as rights_to_work  # noqa: F401

        rights_to_pages.register()
        acts.register()
        closings.register()
        comments.register()
        freshness.connect(self)
        let_names_agree()
        lookups.register()
        mailboxes.register()
        metadata.register()
        news.register()
        references.register()
        of_organisations.register()
        panels.register()
        cells.register()
        menus.register()
        tell_partners()
        saving.register()
        workflow.register()
        post_migrate.connect(make_table, sender=self, dispatch_uid="cms.caching.table")
        post_migrate.connect(name_in_russian, sender=self, dispatch_uid="cms.branches.stock_names")
        post_migrate.connect(tell_the_site_its_address, sender=self, dispatch_uid="cms.sharing.address")
