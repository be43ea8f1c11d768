from __future__ import annotations

from datetime import date
from typing import Any

from wagtail.models import Page

from cms.acts.enums import RelationKind
from cms.acts.models import ActIndexPage, ActPage
from cms.acts.parts import ActParagraph, ActRelation
from cms.pages.models import HomePage


def act_section(home: Page | None = None) -> ActIndexPage:
    """The section of acts under a home page (the region's own, if none is given), made on first use."""
    home = home or HomePage.objects.get()
    found = ActIndexPage.objects.child_of(home).first()
    if found is not None:
        return found  # type: ignore[no-any-return]
    return home.add_child(instance=ActIndexPage(title="Нормативные акты", slug="akty"))  # type: ignore[no-any-return]


def make_act(number: str = "214-о", *, live: bool = True, home: Page | None = None, **fields: Any) -> ActPage:
    """A complete order, published unless ``live=False``; ``relations`` are (kind, act or citation[, since])."""
    relations, paragraphs = fields.pop("relations", ()), fields.pop("paragraphs", (("1", "Утвердить положение."),))
    words: dict[str, Any] = {
        "title": f"О наставничестве, {number}",
        "slug": f"akt-{ActPage.objects.count()}",
        "official_title": "Об организации наставничества педагогических работников",
        "issuer": "Управление образования Ключевского района",
        "issuer_short": "управления образования Ключевского района",
        "number": number,
        "date": date(2023, 9, 18),
    }
    page = ActPage(**{**words, **fields}, live=False)
    page.paragraphs = [ActParagraph(number=place, text=text) for place, text in paragraphs]
    page.relations = [related(*relation) for relation in relations]
    act_section(home).add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return ActPage.objects.get(pk=page.pk)


def related(kind: RelationKind, other: ActPage | str, since: date | None = None, points: str = "") -> ActRelation:
    """A relation that is not kept yet."""
    if isinstance(other, str):
        return ActRelation(kind=kind, citation=other, since=since, points=points)
    return ActRelation(kind=kind, target=other, since=since, points=points)
