"""Puts the six programmes into their branches, published, with stages and consents."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.db.models import Count
from django.utils.translation import gettext as _
from wagtail.documents.models import Document

from cms.acts.models import ActPage
from cms.branches.models import Branch
from cms.papers.words import Paper, Paragraph
from cms.territories.models import Organisation
from cms.wording import counted
from demo.parts import Say
from demo.programmes.others import ENGINEERS, KINDERGARTEN, MASTERS
from demo.programmes.schools import ELDERS, FIRST_YEARS, OVER_THE_RIVER
from demo.programmes.shapes import DemoProgramme, Form, Who
from mentoring.programmes.curators.models import CuratorConsent
from mentoring.programmes.models import ProgrammeIndexPage, ProgrammePage
from mentoring.programmes.parts import ProgrammeForm, ProgrammeGround, ProgrammeMentee, ProgrammeMentor, ProgrammeTask
from mentoring.programmes.stages.enums import PERSONAL_RESULTS, StageState
from mentoring.programmes.stages.models import ProgrammeStage, StageResult
from mentoring.programmes.stages.table import LAST, STAGES, Stage
from mentoring.reference.models import SchoolDocument, WorkFormat
from mentoring.school_years import school_year_of

PROGRAMMES = (FIRST_YEARS, ELDERS, ENGINEERS, MASTERS, KINDERGARTEN, OVER_THE_RIVER)
#: Numbers of the acts that a programme rests on; a municipality's order where the demo has one.
FEDERAL, MUNICIPAL = "Р-145", "214-о"


def load_programmes(today: date, say: Say) -> None:
    """Create and publish the programmes as of a day."""
    for demo in PROGRAMMES:
        page = _page(demo, _organisation(demo), today)
        section = ProgrammeIndexPage.objects.get(municipality__code=demo.municipality)
        section.add_child(instance=page)
        page.save_revision().publish()
        _stages(page, demo.closed, today)
        _consent(page, demo, today)
    say(counted(len(PROGRAMMES), _("программа"), _("программы"), _("программ")))


def _organisation(demo: DemoProgramme) -> Organisation:
    """The organisation of the kind with the most pairs in the municipality."""
    busiest = Organisation.objects.filter(municipality__code=demo.municipality, kind=demo.kind)
    return busiest.annotate(busy=Count("pairs")).order_by("-busy", "code")[0]


def _page(demo: DemoProgramme, organisation: Organisation, today: date) -> ProgrammePage:
    year = school_year_of(today)
    page = ProgrammePage(
        title=demo.title,
        slug=demo.slug,
        lead=demo.lead,
        live=False,
        organisation=organisation,
        year=year.start,
        start=demo.start,
        definition=demo.definition,
        aim=demo.aim,
        goals=[str(goal) for goal in demo.goals],
        kinds=[str(kind) for kind in demo.kinds],
        mentoring_forms=[str(form) for form in demo.mentoring_forms],
        curator_name=demo.curator.name,
        curator_post=demo.curator.post,
        curator_phone=demo.curator.phone,
    )
    own = _("приказ организации от %(day)s № %(number)s-к") % {
        "day": f"{year.begins + timedelta(days=20):%d.%m.%Y}",
        "number": 40 + 7 * demo.closed,
    }
    page.grounds = [*_acts(demo.municipality), ProgrammeGround(citation=own)]
    page.tasks = [ProgrammeTask(text=text) for text in demo.tasks]
    page.mentors = [_participant(ProgrammeMentor, who) for who in demo.mentors]
    page.mentees = [_participant(ProgrammeMentee, who) for who in demo.mentees]
    page.forms = [_form(form) for form in demo.forms]
    return page


def _acts(municipality: str) -> list[ProgrammeGround]:
    own = ActPage.objects.filter(number=MUNICIPAL, municipality__code=municipality)
    acts = ActPage.objects.filter(number=FEDERAL) | own
    return [ProgrammeGround(act=act) for act in acts.order_by("date")]


def _participant(model: type[ProgrammeMentor] | type[ProgrammeMentee], who: Who) -> ProgrammeMentor | ProgrammeMentee:
    first, last = who.ages
    return model(who=who.words, age_from=first or None, age_to=last or None)


def _form(form: Form) -> ProgrammeForm:
    row = ProgrammeForm(
        pair_model=form.pair_model, own_formats="\n".join(form.own_formats), own_documents="\n".join(form.own_documents)
    )
    row.formats = list(WorkFormat.objects.filter(code__in=form.formats))
    row.documents = list(SchoolDocument.objects.filter(code__in=form.documents))
    return row


def _stages(page: ProgrammePage, closed: int, today: date) -> None:
    """The first stages are closed with their documents, the next one is under way."""
    for stage in STAGES[: min(closed + 1, LAST)]:
        state = StageState.CLOSED if stage.number <= closed else StageState.UNDER_WAY
        ProgrammeStage.objects.create(programme=page, number=stage.number, state=state, changed_on=today)
        if state == StageState.CLOSED:
            _results(page, stage, today)


def _results(page: ProgrammePage, stage: Stage, today: date) -> None:
    collection = Branch.objects.get(municipality=page.municipality).collection
    for kind in stage.results:
        title = f"{str(kind.label).capitalize()}: {page.organisation}"
        content = ContentFile(_sheet(page, title), name=f"{page.slug}-{kind.value}.pdf")
        result = StageResult(programme=page, kind=kind, attached_on=today)
        if kind in PERSONAL_RESULTS:
            result.file = content
        else:
            result.document = Document.objects.create(title=title, file=content, collection=collection)
        result.save()


def _sheet(page: ProgrammePage, title: str) -> bytes:
    """A sheet that stands for the document."""
    from cms.papers.pdf.writing import to_pdf

    words = _("Это учебный документ вымышленной организации: он показывает, как устроен сайт.")
    return to_pdf(Paper(title=title, subtitle=page.title, parts=(Paragraph(words),)))


def _consent(page: ProgrammePage, demo: DemoProgramme, today: date) -> None:
    if demo.curator.consent and page.organisation is not None:
        CuratorConsent.objects.create(
            programme=page,
            organisation=page.organisation,
            curator_name=demo.curator.name,
            covers_phone=demo.curator.consent == "phone",
            given_on=school_year_of(today).begins,
            holder=page.organisation.full_name[:200],
            proof="Папка согласий, лист 1",
        )
