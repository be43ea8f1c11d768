"""The municipal order on mentoring in five paragraphs; what nobody has said yet stays «____» for the blank hunter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cms.acts.enums import Deed, Kind, Level, MentoringModel, RelationKind
from cms.acts.models import ActPage
from cms.acts.papers import BLANK
from cms.acts.parts import ActAttachment, ActParagraph, ActRelation
from cms.acts.words import school_year_words
from cms.wording import sentence

#: The federal act that every such order rests on.
METHODOLOGY_NUMBER = "Р-145"
METHODOLOGY = "распоряжение Минпросвещения России от 25.12.2019 № Р-145"


@dataclass(frozen=True, slots=True)
class OrderWords:
    """What the form asks; everything but the municipality may still be unknown."""

    district: str  # «Ключевского района»
    issuer: str = ""
    issuer_short: str = ""
    number: str = ""
    signed_on: date | None = None
    school_year: int | None = None
    coordinator: str = ""
    council: str = ""
    regulations_by: date | None = None
    roadmaps_by: date | None = None
    curators_by: date | None = None
    agreed_by: date | None = None
    regulation: str = ""
    roadmap: str = ""
    control: str = ""
    signatory_post: str = ""
    signatory_name: str = ""


def order_draft(words: OrderWords) -> ActPage:
    """The page of the order, not kept yet."""
    district, year = words.district or BLANK, school_year_words(words.school_year) or BLANK
    page = ActPage(
        title=f"Наставничество в организациях {district}, {year}",
        level=Level.MUNICIPAL,
        kind=Kind.ORDER,
        issuer=words.issuer,
        issuer_short=words.issuer_short,
        number=words.number,
        date=words.signed_on,
        official_title=f"О системе наставничества педагогов и обучающихся в образовательных организациях {district}",
        lead=f"Вводит положение и дорожную карту наставничества {district} на {year} учебный год.",
        school_year=words.school_year,
        mentoring_models=[MentoringModel.TEACHER_TEACHER.value, MentoringModel.PUPIL_PUPIL.value],
        preamble=(
            f"Чтобы у каждого молодого педагога и ученика {district} был наставник, на основании распоряжения "
            "Министерства просвещения Российской Федерации от 25.12.2019 № Р-145"
        ),
        control=words.control,
        signatory_post=words.signatory_post or BLANK,
        signatory_name=words.signatory_name,
        live=False,
    )
    page.paragraphs = [ActParagraph(number=number, deed=deed, text=text) for number, deed, text in clauses(words)]
    page.attachments = appendices(words)
    page.relations = [_ground()]
    return page


def clauses(words: OrderWords) -> list[tuple[str, Deed, str]]:
    """The five paragraphs with their sub-items."""
    district, year = words.district or BLANK, school_year_words(words.school_year) or BLANK
    return [
        ("1", Deed.APPROVES, "Утвердить:"),
        ("1.1", Deed.APPROVES, f"положение о наставничестве в образовательных организациях {district} (приложение 1);"),
        ("1.2", Deed.APPROVES, f"дорожную карту наставничества на {year} учебный год (приложение 2)."),
        (
            "2",
            Deed.APPOINTS,
            sentence(f"Назначить муниципальным координатором наставничества: {words.coordinator or BLANK}"),
        ),
        ("3", Deed.APPROVES, "Создать координационный совет по наставничеству (состав – в приложении 3)."),
        ("4", Deed.ORDERS, f"Руководителям образовательных организаций {district}:"),
        (
            "4.1",
            Deed.ORDERS,
            f"принять положения о наставничестве педагогов и обучающихся – {_by(words.regulations_by)};",
        ),
        ("4.2", Deed.ORDERS, f"утвердить дорожную карту организации – {_by(words.roadmaps_by)};"),
        ("4.3", Deed.ORDERS, f"назначить приказом куратора – {_by(words.curators_by)};"),
        ("4.4", Deed.ORDERS, f"согласовать дорожную карту с органом управления образованием – {_by(words.agreed_by)};"),
        ("4.5", Deed.ORDERS, "передавать сведения в региональный наставнический центр, когда он их запросит."),
        ("5", Deed.OTHER, sentence(f"Исполнение приказа контролирует {words.control or BLANK}")),
    ]


def appendices(words: OrderWords) -> list[ActAttachment]:
    """The three appendices; a text that is not there yet is one blank."""
    texts = (
        ("Приложение 1. Положение о наставничестве", words.regulation),
        ("Приложение 2. Дорожная карта", words.roadmap),
        ("Приложение 3. Состав координационного совета", "\n\n".join(words.council.splitlines())),
    )
    return [ActAttachment(title=title, text=text.strip() or BLANK, is_appendix=True) for title, text in texts]


def _by(day: date | None) -> str:
    return f"до {day:%d.%m.%Y}" if day else f"до {BLANK}"


def _ground() -> ActRelation:
    known = ActPage.objects.public_now().numbered(METHODOLOGY_NUMBER).first()
    return ActRelation(kind=RelationKind.RESTS_ON, target=known, citation="" if known else METHODOLOGY)
