"""A coordinator answers a form and gets a draft in the own branch, its PDF and DOCX; blanks keep it from visitors."""

from datetime import timedelta
from io import BytesIO

import docx
import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from wagtail.models import PageLogEntry

from cms.acts.models import ActIndexPage, ActPage
from cms.pages.readiness import NotReady
from tests.factories import open_branch

pytestmark = pytest.mark.django_db


def test_an_order_is_composed_waits_for_its_blanks_and_is_waived_with_a_reason(
    coordinator, municipality, other_municipality, signed_in
):
    mine, foreign = open_branch(municipality), open_branch(other_municipality)
    here, there = (ActIndexPage.objects.child_of(home).get() for home in (mine, foreign))
    client = signed_in(type(coordinator).objects.get(pk=coordinator.pk))
    answers = {
        "district": "Ключевского района",
        "issuer": "Управление образования",
        "number": "7-о",
        "control": "директор",
    }

    client.post(reverse("act_compose"), {**answers, "section": there.pk})
    assert not ActPage.objects.exists()

    client.post(reverse("act_compose"), {**answers, "section": here.pk, "signed_on": "01.09.2026"})
    act = ActPage.objects.get()
    assert (act.live, act.municipality) == (False, municipality)
    assert [part.number for part in act.paragraphs.all() if "." not in part.number] == ["1", "2", "3", "4", "5"]

    pdf = client.get(reverse("act_paper", args=[act.pk, "pdf"])).content
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    assert "ПРИКАЗЫВАЮ:" in words
    assert "Назначить муниципальным координатором наставничества: ____." in words
    assert "УТВЕРЖДЕНО" in words
    office = docx.Document(BytesIO(client.get(reverse("act_paper", args=[act.pk, "docx"])).content))
    assert "ПРИКАЗЫВАЮ:" in [paragraph.text for paragraph in office.paragraphs]

    with pytest.raises(NotReady, match="Пункт 3"):
        act.get_latest_revision().publish()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={act.pk}&next=/admin/", {"include_descendants": ""})
    act.revisions.update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled")
    act.refresh_from_db()
    assert not act.live

    act.blanks_reason = "образец для школ"
    act.save_revision().publish()
    act.refresh_from_db()
    assert act.live
    entry = PageLogEntry.objects.get(action="duet.blanks.waive")
    assert entry.data["reason"] == "образец для школ"

    act.official_title = "О ____ новом"
    act.blanks_reason = "образец для школ"
    with pytest.raises(NotReady, match="Прежнее объяснение"):
        act.save_revision().publish()


def test_a_teacher_composes_nothing(teacher, methodist, municipality, signed_in):
    open_branch(municipality)

    assert signed_in(teacher).get(reverse("act_compose")).status_code == 302


def test_the_form_opens_filled_with_what_the_site_knows(coordinator, municipality, other_municipality, signed_in):
    here, there = (
        ActIndexPage.objects.child_of(open_branch(place)).get() for place in (municipality, other_municipality)
    )
    type(coordinator).objects.filter(pk=coordinator.pk).update(last_name="Кольцова", first_name="Анна")
    municipality.name = "Ключевской район"
    municipality.save()
    client, address = signed_in(coordinator), reverse("act_compose")
    initial = client.get(address).context["form"].initial
    assert initial["district"] == "Ключевского района"
    assert initial["issuer"] == "Управление образования Ключевского района"
    assert initial["coordinator"] == "Кольцова Анна"
    assert client.get(f"{address}?section={there.pk}").context["form"].initial == initial  # another's is not asked

    act = ActPage(title="Прежний приказ", slug="prezhniy", kind="order", issuer="Отдел образования", number="1")
    act.issuer_short, act.signatory_name, act.live = "отдела образования", "Д. К. Рогожин", False
    here.add_child(instance=act)
    initial = client.get(address).context["form"].initial
    assert (initial["issuer"], initial["signatory_name"]) == ("Отдел образования", "Д. К. Рогожин")
