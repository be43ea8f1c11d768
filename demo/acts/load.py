"""Puts the acts into the sections of their branches, grounds before what rests on them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from cms.acts.models import ActIndexPage, ActPage
from cms.acts.parts import ActAttachment, ActParagraph, ActRelation
from cms.branches.building import region_home
from cms.pages.models import MunicipalityPage
from cms.wording import counted
from demo.acts.invented import INVENTED_ACTS
from demo.acts.real import REAL_ACTS
from demo.acts.shapes import DemoAct
from demo.parts import Say


def load_acts(today: date, say: Say) -> None:
    """Publish all acts; those of a municipality without a branch stand in the region's own section."""
    made: dict[str, ActPage] = {}
    for act in (*REAL_ACTS, *INVENTED_ACTS):
        section = _section(act.municipality)
        if section is not None:
            made[act.code] = _publish(act, section, made, is_retold=act in REAL_ACTS)
    say(counted(len(made), _("нормативный акт"), _("нормативных акта"), _("нормативных актов")))


def _section(municipality: str) -> ActIndexPage | None:
    branch = MunicipalityPage.objects.filter(home_of__code=municipality).first() if municipality else None
    found: ActIndexPage | None = ActIndexPage.objects.child_of(branch or region_home()).first()
    return found


def _publish(act: DemoAct, section: ActIndexPage, made: dict[str, ActPage], *, is_retold: bool) -> ActPage:
    page = ActPage(
        title=act.title,
        slug=f"akt-{act.code}",
        live=False,
        lead=act.lead,
        level=act.level,
        kind=act.kind,
        issuer=act.issuer,
        issuer_short=act.issuer_short,
        number=act.number,
        date=act.date,
        official_title=act.official_title,
        school_year=act.school_year,
        mentoring_models=list(act.models),
        preamble=act.preamble,
        control=act.control,
        signatory_post=act.signatory[0],
        signatory_name=act.signatory[1],
        other_region=act.other_region,
        is_retold=is_retold,
    )
    page.paragraphs = [ActParagraph(number=number, deed=deed, text=text) for number, deed, text in act.paragraphs]
    page.attachments = [ActAttachment(title=title, text=text, is_appendix=True) for title, text in act.appendices]
    page.relations = [
        ActRelation(kind=kind, target=made.get(other), citation="" if other in made else other, since=since)
        for kind, other, since in act.relations
    ]
    section.add_child(instance=page)
    page.save_revision().publish()
    return page
