"""What a page tells the search of itself: good defaults for every page type, which a room makes better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django.apps import apps
from django.db.models import Model
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.pages.facets import PageFacet, Words
from cms.pages.sections import sections


@dataclass(frozen=True, slots=True)
class FoundAs:
    """The kind under which pages are found: its code in addresses and its name, «Нормативные акты»."""

    code: str
    label: Words


#: The index pages of all rooms.
SECTION = FoundAs("section", _("Разделы сайта"))


@dataclass(frozen=True, slots=True)
class Related:
    """A table beside the page's own whose changed rows alter what is found.

    The row's `column` holds the page's id; with `lookup`, it holds what this relation of the page type leads to:
      Related(ActFile, column="page_id")       rows that belong to the page
      Related(ActKind, lookup="kind")          a reference table
    `when` lists the columns that matter, none means all. `model` may be a label: "cms.ActKind". Where no lookup
    can say it, `sql` selects the ids of pages that the row's `{value}` alters.
    """

    model: type[Model] | str
    column: str = "pk"
    lookup: str = ""
    when: tuple[str, ...] = ()
    sql: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """All that may be searched and shown of one page; everything in it is public.

    `words` are short telling texts worth as much as the title (a number, tags), `people` names of people, `text` the
    rest. `facts` stand on the card below the lead. `day` is the page's own date: its year is a facet, the newest come
    first. `facets` holds codes by the name of a `PageFacet`, and of "district" where the page tells of another
    municipality than its branch's. After the day `until` the page is asked again. `card` holds whatever else the room's
    own card prints, as JSON. `listed_as` names the page type in whose lists the page stands, where it is not its own.
    """

    title: str
    lead: str = ""
    text: str = ""
    words: str = ""
    people: str = ""
    facts: tuple[str, ...] = ()
    day: date | None = None
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    until: date | None = None
    card: Mapping[str, Any] = field(default_factory=dict)
    listed_as: str = ""


class Findable:
    """A page type that the site search finds; mix it in before ``Page``.

    Whether a page may be seen at all is not asked here: only public pages are asked what they tell.
    """

    found_as: ClassVar[FoundAs | None] = None
    facets: ClassVar[tuple[PageFacet, ...]] = ()
    found_with: ClassVar[tuple[Related, ...]] = ()

    def found(self) -> Found | None:
        """What the search may know of this page; None keeps it out (a consent has ended)."""
        assert isinstance(self, Page)
        published = self.first_published_at
        return Found(
            title=self.title,
            lead=getattr(self, "lead", "") or self.search_description,
            text=plain_text(self),
            day=timezone.localdate(published) if published else None,
        )

    @classmethod
    def kind_of_find(cls) -> FoundAs:
        """The kind of these pages; made of the model's own words where the room says nothing."""
        if cls.found_as is None and any(section.model is cls for section in sections):
            return SECTION
        meta = cls._meta  # type: ignore[attr-defined]
        return cls.found_as or FoundAs(meta.model_name.removesuffix("page"), capfirst(meta.verbose_name_plural))


def plain_text(page: Page) -> str:
    """The words of every text that editors build on a page, without markup."""
    texts: list[str] = []
    for one in page._meta.get_fields():
        if hasattr(one, "get_searchable_content"):
            texts += one.get_searchable_content(one.value_from_object(page))
    return "\n".join(filter(None, map(str, texts)))


def findable_models() -> list[type[Page]]:
    """Every page type that may be found, in a constant order."""
    return [model for model in apps.get_models() if issubclass(model, Findable) and issubclass(model, Page)]
