"""An act is the act: its words or its file first; what is only known is said; periods end; strangers are marked."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model

from cms.acts.enums import ActState, Level
from cms.acts.graph import ActGraph
from cms.acts.models import ActPage
from cms.acts.parts import ActAttachment
from cms.acts.periods import period_end
from cms.acts.regions import other_region
from cms.territories.models import Region
from tests.factories.acts import make_act

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("О наставничестве на 2023–2024 учебный год", date(2024, 8, 31)),
        ("О наставничестве на 2023-2024 учебный год", date(2024, 8, 31)),
        ("План на 2023/24 уч. год", date(2024, 8, 31)),
        ("Об итогах в 2023/2024 учебном году", date(2024, 8, 31)),
        ("Дорожная карта на 2022 – 2024 годы", date(2024, 12, 31)),
        ("Дорожная карта на период 2022–2024 годов", date(2024, 12, 31)),
        ("План мероприятий на 2025 год", date(2025, 12, 31)),
        ("План на 2025\u00a0год", date(2025, 12, 31)),
        ("О наставничестве", None),
        ("Приказ от 25.09.2023 № 2024", None),
        ("О внесении изменений в приказ 2023 года", None),
        ("на 2024–2020 годы", None),
        ("план на 2023–2030 учебный год", None),
    ],
)
def test_a_period_in_the_title_ends_the_act(title, end):
    assert period_end(SimpleNamespace(school_year=None, official_title=title, title="")) == end


def test_the_school_year_that_an_editor_entered_counts_before_the_title():
    assert period_end(SimpleNamespace(school_year=2025, official_title="на 2023–2024 учебный год", title="")) == date(
        2026, 8, 31
    )


def test_the_state_follows_from_the_period_everywhere(client):
    act = make_act(official_title="О наставничестве на 2023–2024 учебный год")
    text = client.get(act.url).content.decode()
    assert "Срок действия истёк 31\u00a0августа\u00a02024" in text
    assert "На 15\u00a0марта\u00a02024 действует" in client.get(f"{act.url}?date=15.03.2024").content.decode()
    assert "ни один акт этого ряда не действовал" in client.get(f"{act.url}?date=15.03.2025").content.decode()
    assert act.found().facets["state"] == ("expired",)
    graph = ActGraph.load()
    assert graph.state(act.pk, act.begins, date(2024, 8, 31), act.ends) == ActState.IN_FORCE
    assert graph.state(act.pk, act.begins, date(2024, 9, 1), act.ends) == ActState.EXPIRED


def test_the_search_asks_again_when_a_period_is_over():
    today = timezone.localdate()
    act = make_act(date=today, school_year=today.year)
    assert act.found().until == date(today.year + 1, 8, 31)


def with_file(act: ActPage) -> ActPage:
    document = get_document_model().objects.create(title="Скан", file=ContentFile(b"%PDF-1.4", name="skan.pdf"))
    act.attachments = [ActAttachment(title="Приказ", document=document)]
    act.save_revision().publish()
    return ActPage.objects.get(pk=act.pk)


def test_what_is_only_known_is_said_so_and_prints_no_empty_sheet(client):
    act = make_act(official_url="https://pravo.example/751")
    text = client.get(act.url).content.decode()
    assert "Текста этого акта здесь нет." in text
    assert 'href="https://pravo.example/751"' in text
    assert "PDF для печати" not in text
    for paper in ("pdf/", "docx/"):
        assert client.get(f"{act.url}{paper}")["Location"] == act.url


def test_without_a_link_the_official_portal_is_named_for_federal_acts_alone(client):
    assert "publication.pravo.gov.ru" in client.get(make_act(level=Level.FEDERAL).url).content.decode()
    assert "publication.pravo.gov.ru" not in client.get(make_act("2").url).content.decode()


def test_the_official_file_stands_first_and_is_what_is_printed(client):
    act = with_file(make_act())
    text = client.get(act.url).content.decode()
    file = act.attachments.get().document.url
    assert text.index(file) < text.index("Коротко")
    assert "Текста этого акта здесь нет." not in text
    assert "PDF для печати" not in text
    assert client.get(f"{act.url}pdf/")["Location"] == file


def test_the_text_stands_before_what_is_said_of_it(client):
    act = make_act(preamble="В целях развития", signatory_post="Начальник", paragraphs=(("1", "Утвердить положение."),))
    text = client.get(act.url).content.decode()
    assert text.index("Утвердить положение.") < text.index("Коротко")
    assert client.get(f"{act.url}pdf/")["Content-Type"] == "application/pdf"
    assert "PDF для печати" in text


def test_a_paper_of_an_appendix_holds_its_words(client):
    act = make_act(paragraphs=())
    act.attachments = [ActAttachment(title="Положение", text="Наставник приходит сам.", is_appendix=True)]
    act.save_revision().publish()
    from io import BytesIO

    import docx

    paper = docx.Document(BytesIO(client.get(f"{act.url}docx/").content))
    assert "Наставник приходит сам." in "\n".join(paragraph.text for paragraph in paper.paragraphs)


@pytest.mark.parametrize(
    ("level", "issuer", "stranger"),
    [
        (Level.REGIONAL, "Комитет образования Волгоградской области", "Волгоградской области"),
        (Level.REGIONAL, "Министерство образования и науки Пермского края", "Пермского края"),
        (Level.REGIONAL, "Министерство образования Республики Карелия", "Республики Карелия"),
        (Level.REGIONAL, "Министерство образования Северореченской области", ""),
        (Level.REGIONAL, "Министерство образования", ""),
        (Level.MUNICIPAL, "Управление образования Ключевского района Северореченской области", ""),
        (Level.FEDERAL, "Министерство просвещения Российской Федерации", ""),
    ],
)
def test_acts_of_other_regions_are_known(municipality, level, issuer, stranger):
    Region.objects.update(name_genitive="Северореченской области")
    assert other_region(SimpleNamespace(other_region="", level=level, issuer=issuer, issuer_short="")) == stranger


def test_nobody_is_a_stranger_before_the_region_is_entered():
    act = SimpleNamespace(
        other_region="", level=Level.REGIONAL, issuer="Комитет Волгоградской области", issuer_short=""
    )
    assert other_region(act) == ""


def test_an_act_of_another_region_is_marked_on_its_page_and_in_lists(client, municipality):
    Region.objects.update(name_genitive="Северореченской области")
    act = make_act(level=Level.REGIONAL, issuer="Комитет образования Волгоградской области")
    assert "Акт Волгоградской области." in client.get(act.url).content.decode()
    assert "акт Волгоградской области" in act.found().facts
    listed = client.get(f"{act.get_parent().url}spisok/").content.decode()
    assert listed.index("Другие регионы") < listed.index(act.url)
