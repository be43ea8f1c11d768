"""Makes mentors findable, and names every table whose change alters what is found of them."""

from cms.blocks.saved_searches import register_saved_search
from cms.pages.home_panels import PanelPlace, register_home_panel
from cms.territories.models import Municipality, Organisation
from mentoring.bank.imports.findable import register_backlog
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from mentoring.pairs.models import Pair, PairMentee
from mentoring.reference.models import Audience, Direction, Subject
from search.freshness import notes
from search.mentors.documents import documents, public_ids
from search.mentors.meanings import MODELS as MEANING_MODELS
from search.mentors.meanings import meanings
from search.mentors.saved import find_kept_mentors
from search.mentors.schema import KIND, SCHEMA
from search.mentors.vocabulary import MODELS, vocabulary_cache
from search.overview import show_the_map
from search.registry import Watch, registry

WATCHES = (
    Watch(Mentor),
    Watch(Mentor.subjects.through, column="mentor_id"),
    Watch(Mentor.directions.through, column="mentor_id"),
    Watch(Mentor.audiences.through, column="mentor_id"),
    Watch(MentorConsent, column="mentor_id"),
    # A pair that opens or ends, and a mentee who joins or leaves, change the free places.
    Watch(Pair, column="mentor_id", when=("mentor_id", "state")),
    Watch(PairMentee, column="pair_id", lookup="pairs", when=("pair_id",)),
    Watch(
        Organisation,
        lookup="organisation",
        when=("code", "short_name", "full_name", "settlement", "municipality_id", "is_active"),
    ),
    Watch(Municipality, lookup="organisation__municipality", when=("code", "name", "is_active")),
    Watch(Subject, lookup="subjects", when=("code", "name", "order")),
    Watch(Direction, lookup="directions", when=("code", "name", "order")),
    Watch(Audience, lookup="audiences", when=("code", "name", "order")),
)


def waiting_mentors() -> int:
    """How many mentors the index has not taken in yet."""
    return notes.count_of(KIND)


def register() -> None:
    """Tell the search about mentors; called once at start-up."""
    registry.register(
        SCHEMA,
        model=Mentor,
        documents=documents,
        watches=WATCHES,
        findable=public_ids,
        meanings=meanings,
        meaning_models=MEANING_MODELS,
    )
    register_backlog(waiting_mentors)
    register_home_panel(PanelPlace("map", 500, show_the_map, municipality=False))
    register_saved_search(KIND, find_kept_mentors)
    vocabulary_cache.forget_on_change(MODELS)
