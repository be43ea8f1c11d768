"""What engines know of a mentor: texts, facets and orders."""

from search.interface import Facet, Schema, Sort, SortKey, TextField, TextKind
from search.mentors.asking import IGNORED_WORDS

KIND = "mentor"

SCHEMA = Schema(
    kind=KIND,
    texts=(
        TextField("name", TextKind.NAME),
        TextField("subjects", TextKind.TITLE),
        TextField("position", TextKind.TITLE),
        TextField("directions", TextKind.TITLE),
        TextField("place", TextKind.PLACE),
        TextField("story", TextKind.BODY),
    ),
    facets=(
        Facet("district"),
        Facet("organisation"),
        Facet("subject"),
        Facet("category"),
        Facet("direction"),
        Facet("experience"),
        Facet("audience"),
        Facet("form"),
        Facet("meeting"),
        Facet("places"),
    ),
    sorts=(
        # Somebody without a free place comes last; the recently confirmed answer soonest, so they come first.
        Sort("best", (SortKey("has_place", descending=True), SortKey("confirmed", descending=True), SortKey("name"))),
        Sort("places", (SortKey("free", descending=True), SortKey("name"))),
        Sort("name", (SortKey("name"),)),
        Sort("experience", (SortKey("experience", descending=True), SortKey("name"))),
    ),
    default_sort="best",
    tiebreak="best",
    suggested_name="name",
    ignored_words=IGNORED_WORDS,
)
