"""What invented schools can take into their books: past meetings, a poster, a scenario; and pairs that last."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.branches.models import Branch
from cms.news.enums import Audience
from cms.news.models import EventPage, NewsIndexPage
from cms.organisations.models import OrganisationPage
from cms.pages.models import MunicipalityPage
from cms.papers.words import Paper, Paragraph
from cms.sharing.pictures import draw_card
from cms.territories.models import Municipality, Organisation
from demo.yearbooks.words import MEETINGS, POSTER, SCENARIO, SCHOOL_PAGE, Meeting
from mentoring.pairs.enums import PairState
from mentoring.pairs.models import Pair
from mentoring.school_years import SchoolYear

#: Pairs of a school that have worked together since the autumn before.
LASTING = 3


def hold_meetings(year: SchoolYear) -> dict[str, EventPage]:
    """Publish the past meetings; by their slugs."""
    sections = {page.municipality.code: page for page in NewsIndexPage.objects.exclude(municipality=None)}
    return {meeting.slug: _hold(sections[meeting.municipality], meeting, year) for meeting in MEETINGS}


def _hold(section: NewsIndexPage, meeting: Meeting, year: SchoolYear) -> EventPage:
    day = year.first_of(meeting.month) + timedelta(days=meeting.day - 1)
    start = timezone.make_aware(datetime.combine(day, time(14)))
    page = EventPage(
        title=meeting.title,
        slug=meeting.slug,
        lead=meeting.lead,
        place=meeting.place,
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        audience=[Audience.MENTORS.value, Audience.YOUNG_TEACHERS.value],
    )
    section.add_child(instance=page)
    return page


def hang_a_poster(municipality: Municipality) -> Any:
    """A picture among the municipality's files."""
    collection = Branch.objects.get(municipality=municipality).collection
    file = ImageFile(BytesIO(draw_card(*POSTER, municipality.name)), "afisha-igry.png")
    return get_image_model().objects.create(title=POSTER[0], file=file, collection=collection)


def write_a_scenario(municipality: Municipality) -> Any:
    """A document among the municipality's files."""
    from cms.papers.docx.writing import to_docx

    title, paragraphs = SCENARIO
    collection = Branch.objects.get(municipality=municipality).collection
    paper = Paper(title=title, parts=tuple(Paragraph(text) for text in paragraphs))
    file = ContentFile(to_docx(paper), "scenariy-igry.docx")
    return get_document_model().objects.create(title=title, file=file, collection=collection)


def open_a_page(organisation: Organisation) -> None:
    """The school's own page, from which its book is linked."""
    if not OrganisationPage.objects.filter(organisation=organisation).exists():
        slug, lead = SCHOOL_PAGE
        home = MunicipalityPage.objects.get(home_of=organisation.municipality)
        page = OrganisationPage(title=organisation.short_name, slug=slug, lead=lead, organisation=organisation)
        home.add_child(instance=page)


def let_pairs_last(organisation: Organisation, year: SchoolYear) -> None:
    """Some pairs of the school have worked since the September before, and one ended in the May of that year."""
    pairs = Pair.objects.in_organisations([organisation.pk]).order_by("pk")
    lasting = list(pairs.filter(state=PairState.ACTIVE)[:LASTING])
    ended = list(pairs.filter(state=PairState.COMPLETED)[:1])
    for number, pair in enumerate([*lasting, *ended]):
        pair.started_on = date(year.start, 9, 12 + number)
    for pair in ended:
        pair.ended_on = date(year.start + 1, 5, 25)
    Pair.objects.bulk_update([*lasting, *ended], ["started_on", "ended_on"])
