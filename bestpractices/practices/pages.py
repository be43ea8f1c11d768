"""Everything that the template of a practice's public page prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bestpractices.practices.authors import Authors, authors
from bestpractices.practices.enums import LICENCE_URLS, Licence, Part
from bestpractices.practices.figures import Figure, figures, verdict
from bestpractices.practices.models import PracticePage
from bestpractices.practices.relations import duets_of_practice
from bestpractices.practices.structured import json_ld
from bestpractices.practices.telling import Passage, passages
from cms.acts.standing import standings
from cms.appearance.pieces import Crumb
from cms.organisations.public import sheet_url
from cms.pages.crumbs import page_crumbs
from cms.pages.publicness import public_pages
from cms.pages.related import Related
from cms.sharing.moments import changed_at


@dataclass(frozen=True)
class Link:
    """A line that leads somewhere, or nowhere yet; ``note`` says of an act that it is not in force."""

    words: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class PracticeView:
    """The words of one page."""

    page: PracticePage
    absolute_url: str
    crumbs: tuple[Crumb, ...]
    authors: Authors
    figures: tuple[Figure, ...]
    passages: dict[str, Passage]
    grounds: tuple[Link, ...]
    materials: tuple[Link, ...]

    related: tuple[Related, ...] = ()
    cells: tuple[Any, ...] = ()
    review_url: str = ""

    @property
    def is_out(self) -> bool:
        """Whether it was ever saved and is public; what is only being written calls itself live too."""
        return bool(self.page.pk and self.page.live)

    @property
    def paper_url(self) -> str:
        return reverse("practice-pdf", args=[self.page.pk]) if self.is_out else ""

    @property
    def editions_url(self) -> str:
        return reverse("practice-editions", args=[self.page.pk]) if self.is_out else ""

    @property
    def verdict(self) -> str:
        return verdict(self.figures)

    @property
    def all_reached(self) -> bool:
        return all(figure.is_reached for figure in self.figures)

    @property
    def eyebrow(self) -> str:
        """«Практика, Ключевской район»."""
        return ", ".join(str(part) for part in (_("Практика"), self.page.municipality) if part)

    @property
    def organisation_url(self) -> str:
        """The page of the organisation, as long as it takes part."""
        place = self.page.organisation
        return sheet_url(place.code) if place and place.is_active and place.municipality.is_active else ""

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The passport's short lines."""
        page = self.page
        money = _("деньги – %(money)s") % {"money": page.money.strip().lower()} if page.money else ""
        needs = [text.strip().rstrip(".") for text in (page.hours, page.people, money, page.conditions) if text]
        return [
            (_("Форма"), f"{page.get_pair_model_display()}, {page.get_kind_display()}".capitalize()),
            (_("Предметы"), ", ".join(subject.name for subject in page.subjects.all())),
            (_("Для кого"), page.audience),
            (_("Зачем"), page.problem),
            (_("Цель"), page.aim),
            (_("Что нужно"), "; ".join(needs)),
            (_("Доказательство"), page.evidence),
            (_("Насколько доказано"), str(page.get_evidence_level_display()).capitalize()),
            (_("Учебный год"), page.school_year),
        ]

    @property
    def licence_url(self) -> str:
        return LICENCE_URLS.get(Licence(self.page.licence), "")

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        return self.passages[Part.STEPS].lines

    @property
    def published_on(self) -> str:
        moment = self.page.last_published_at
        return date_format(timezone.localtime(moment), "j E Y") if moment else ""

    @property
    def citation(self) -> str:
        """A line to cite the practice by."""
        names = ", ".join(author.short for author in self.authors.named)
        head = f"{names} " if names else ""
        place = ", ".join(str(part) for part in (self.page.organisation, self.page.municipality) if part)
        words = {"title": self.page.title, "place": place, "url": self.absolute_url, "year": self._edition_year()}
        return head + _("%(title)s: практика наставничества / %(place)s. – %(year)s. – URL: %(url)s") % words

    @property
    def structured(self) -> dict[str, Any]:
        return json_ld(self.page, self.authors, self.absolute_url)

    def _edition_year(self) -> int:
        moment = changed_at(self.page) if self.page.live else timezone.now()
        return int(timezone.localtime(moment).year)


def practice_view(practice: PracticePage, request: HttpRequest | None) -> PracticeView:
    """The page as visitors may see it today."""
    cells = _cells(practice, request)
    return PracticeView(
        page=practice,
        cells=cells,
        review_url=review_address(practice) if cells else "",
        absolute_url=practice.full_url or "",
        crumbs=page_crumbs(practice, request),
        authors=authors(practice, timezone.localdate()),
        figures=figures(practice.indicators.all()),
        passages={passage.part: passage for passage in passages(practice)},
        related=duets_of_practice(practice, timezone.localdate()),
        grounds=_grounds(practice, request),
        materials=tuple(Link(it.title, it.address) for it in practice.materials.all()),
    )


def _grounds(practice: PracticePage, request: HttpRequest | None) -> tuple[Link, ...]:
    """A ground whose page visitors may not see is named without a link."""
    grounds = list(practice.grounds.all())
    model: Any = type(grounds[0])._meta.get_field("target").related_model if grounds else None
    ids = [ground.target_id for ground in grounds if ground.target_id]
    seen = (
        {page.pk: page.get_url(request) or "" for page in public_pages(model.objects.filter(pk__in=ids))} if ids else {}
    )
    acts = standings(seen, timezone.localdate())
    notes = {pk: act.note for pk, act in acts.items()}
    return tuple(Link(it.words, seen.get(it.target_id, ""), notes.get(it.target_id, "")) for it in grounds)


def _cells(practice: PracticePage, request: HttpRequest | None) -> tuple[Any, ...]:
    """The line of the review under way, for those who may read it; visitors see none."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or practice.pk is None:
        return ()
    from bestpractices.review.rights import may_read  # the review stands above the page
    from bestpractices.review.standing import standing
    from bestpractices.review.status_line import status_line

    now = standing(practice)
    return status_line(practice, now) if now.is_under_review and may_read(user, practice, now) else ()


def review_address(practice: PracticePage) -> str:
    """The page of the practice's review in the admin."""
    return reverse("practice_review", args=[practice.pk])
