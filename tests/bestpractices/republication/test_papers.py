"""A copy on paper says what its page says, and the whole way of its words."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from bestpractices.republication.documents import (
    FactsBlock,
    FileBlock,
    PictureBlock,
    TableBlock,
    TextBlock,
    VoicesBlock,
)
from bestpractices.republication.documents.blocks import Fact, Section
from bestpractices.republication.papers import checksum, copy_paper
from bestpractices.republication.plain import text_parts
from bestpractices.republication.presenters import copy_view
from cms.papers.pdf.writing import to_pdf
from cms.papers.words import Bullets, Heading, Link, Numbered, Paragraph, Strong, plain_text
from mentoring.programmes.models import ProgrammePage
from tests.bestpractices.republication.documents import document

pytestmark = pytest.mark.django_db


def test_a_reader_downloads_the_copy(source: ProgrammePage, take: Any, client: Client) -> None:
    page = take(source).page
    address = reverse("copy-pdf", args=[page.pk])
    assert address in client.get(page.url).content.decode()
    answer = client.get(address)
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")


def test_nobody_downloads_what_they_may_not_read(source: ProgrammePage, take: Any, client: Client) -> None:
    page = take(source).page
    address = reverse("copy-pdf", args=[page.pk])
    door = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(address).status_code == 404
    door.delete()
    source.unpublish()
    assert client.get(address).status_code == 404


def test_every_pair_of_hands_is_named_with_its_whole_checksum(source: ProgrammePage, take: Any) -> None:
    copy = take(source)
    view = copy_view(copy.page, copy, copy.document)
    paper = copy_paper(copy.page.title, copy.page.lead, view)
    told = "\n".join(plain_text(part.words) for part in paper.parts if isinstance(part, Numbered))
    for hop in view.hops:
        assert hop.holder in told and checksum(hop.sha256) in told
    assert [str(step).split(",")[0] for step in paper.sources] == [hop.holder for hop in view.hops]


def test_every_kind_of_block_is_printed(source: ProgrammePage, take: Any) -> None:
    copy = take(source)
    blocks = (
        TextBlock(html="<p>Два <b>учителя</b></p>"),
        FactsBlock(facts=(Fact(name="Форма", words="пара"),)),
        TableBlock(head=("План", "Факт"), rows=(("8", "11"),)),
        VoicesBlock(question="Зачем?", mentor="<p>Чтобы учиться</p>", mentee=""),
        FileBlock(title="Лист", name="list.pdf", sha256="a" * 64, size=10),
        PictureBlock(alt="Круг встреч", sha256="b" * 64, width=10, height=10),
    )
    made = document(Section(key="all", title="Всё", blocks=blocks), kind="programme", hops=copy.document.hops)
    assert to_pdf(copy_paper("Всё", "", copy_view(copy.page, copy, made))).startswith(b"%PDF")


def test_markup_becomes_parts_of_a_paper() -> None:
    html = (
        '<h3>Шаги</h3><p>Один <b>вопрос</b> и <a href="https://a.example">ссылка</a></p><ol><li>раз</li></ol>'
        "<ul><li>два</li></ul>три"
    )
    assert list(text_parts(html)) == [
        Heading("Шаги", 3),
        Paragraph(["Один ", Strong("вопрос"), " и ", Link("ссылка", "https://a.example")]),
        Numbered("1.", ["раз"]),
        Bullets([["два"]]),
        Paragraph("три"),
    ]
