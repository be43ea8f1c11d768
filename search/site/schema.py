"""What engines know of a page: texts, facets and orders; rooms add facets on their page types."""

from __future__ import annotations

from functools import cache

from cms.pages.facets import PageFacet
from cms.pages.findable import Findable, findable_models
from cms.pages.listing import NEW, OLD, TITLE
from search.interface import Facet, Schema, Sort, SortKey, TextField, TextKind

KIND = "page"
#: Codes of the facet "role": what words find in the site search, and the sections that it folds into a line.
PAGES, SECTIONS = "page", "section"


@cache
def room_facets() -> dict[str, PageFacet]:
    """The facets that page types declare, by name; the first declaration of a name stands for all."""
    found: dict[str, PageFacet] = {}
    for model in findable_models():
        assert issubclass(model, Findable)
        for facet in model.facets:
            found.setdefault(facet.name, facet)
    return found


def site_schema() -> Schema:
    """The schema of pages; complete once all models are loaded."""
    return Schema(
        kind=KIND,
        texts=(
            TextField("title", TextKind.TITLE),
            TextField("words", TextKind.TITLE),
            TextField("people", TextKind.NAME),
            TextField("lead", TextKind.BODY),
            TextField("text", TextKind.BODY),
        ),
        facets=(
            Facet("kind"),
            Facet("district"),
            Facet("year"),
            *(Facet(name) for name in room_facets()),
            Facet("role", counted=False),
            Facet("list", counted=False),  # the lists of rooms in which a page stands
        ),
        sorts=(
            Sort(NEW, (SortKey("day", descending=True), SortKey("title"))),
            Sort(OLD, (SortKey("day"), SortKey("title"))),
            Sort(TITLE, (SortKey("title"),)),
        ),
        default_sort=NEW,
        tiebreak=NEW,
    )
