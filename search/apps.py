from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The search: its own label leaves Wagtail's «search» alone."""

    name = "search"
    label = "duet_search"
    verbose_name = "Поиск"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow migrations and saves, and check the triggers."""
        from cms.backup.derived import derived
        from cms.freshness.tables import behind_the_scenes
        from cms.security.bounded import answers_itself
        from cms.warming import steps as before_the_first_visitor
        from cms.work.clock import Postponed, postponed
        from search import checks, courier, health, observing  # noqa: F401
        from search.bets import registration as bets
        from search.bets import rights as rights_to_bets  # noqa: F401
        from search.editors import lists
        from search.embedded.models import Posting, Shelf, StoredDocument, WriteLock
        from search.freshness import handlers
        from search.freshness.aside import LONGEST
        from search.freshness.models import SetAside
        from search.mentors import open_data as of_mentors
        from search.mentors import registration as mentors
        from search.mentors.warming import prepare_the_search
        from search.models import REBUILT
        from search.site import registration as site
        from search.synonyms import registration as synonyms
        from search.synonyms import rights as rights_to_synonyms  # noqa: F401

        # A written index tells of itself in its log; a note that was worked off counts too, for servers of their own.
        behind_the_scenes(Posting, Shelf, StoredDocument, WriteLock, SetAside)
        answers_itself.add("/api/")
        postponed.append(Postponed(SetAside.objects.all, "next_try", LONGEST))
        before_the_first_visitor.append(prepare_the_search)
        handlers.connect(self)
        derived.add("rebuild_search", *(model._meta.db_table for model in REBUILT))
        derived.add("update_index", "wagtailsearch_indexentry", "wagtailsearch_indexentry_fts")
        lists.register()
        bets.register()
        mentors.register()
        of_mentors.register()
        site.register()
        synonyms.register()
