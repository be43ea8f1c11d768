"""Terms are linked once, in whatever form they stand, and never where a link would hurt."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.core.cache import cache
from django.urls import reverse

from cms.glossary.letters import by_letters
from cms.glossary.linking import link_terms
from cms.glossary.models import GlossaryPage, GlossaryTerm
from cms.glossary.phrases import first_uses, phrase_of
from cms.pages.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def glossary():
    cache.clear()
    GlossaryTerm.objects.create(term="наставническая пара", definition="Двое, закреплённые <приказом>")
    GlossaryTerm.objects.create(
        term="индивидуальный образовательный маршрут", aliases="ИОМ", definition="План развития"
    )
    GlossaryTerm.objects.create(term="ёлка", definition="Дерево", is_linked=False)
    page = HomePage.objects.get().add_child(instance=GlossaryPage(title="Словарь", slug="slovar"))
    cache.clear()
    yield page
    cache.clear()


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("Работа наставнических пар началась", "наставнических пар"),
        ("О наставнической паре", "наставнической паре"),
        ("Пара наставников", None),
        ("Наставническая, пара", "Наставническая, пара"),
        ("Встреча наставническая. Пара довольна", None),
    ],
)
def test_a_term_is_found_in_its_cases(text, used):
    found = first_uses(text, [phrase_of("наставническая пара", "para", "")])
    assert [text[use.start : use.end] for use in found] == ([used] if used else [])


def test_an_abbreviation_is_found_only_as_it_is():
    phrase = phrase_of("ИОМ", "iom", "")
    assert first_uses("Составьте ИОМ к октябрю", [phrase])
    assert not first_uses("иом", [phrase])


def test_only_the_first_use_is_linked_and_words_are_escaped(glossary):
    html = link_terms("<p>Наставническая пара и ещё наставническая пара.</p><p>ИОМ, потом ИОМ.</p>")
    assert html.count('class="term"') == 2
    assert 'href="/slovar/#nastavnicheskaya-para"' in html
    assert 'title="Двое, закреплённые &lt;приказом&gt;"' in html


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Наставническая пара</h2>",
        '<p><a href="/x/">Наставническая пара</a></p>',
        "<p>Ёлка</p>",
        "<div>Наставническая пара</div>",
        '<p title="наставническая пара">Пусто</p>',
        "",
    ],
)
def test_headings_links_and_attributes_stay_as_they_are(glossary, html):
    assert link_terms(html) == html


def test_what_one_process_has_linked_serves_the_others(glossary):
    keys = set()
    for seed in ("1", "2"):
        code = (
            "import django; django.setup()\n"
            "from cms.glossary.linking import _key\n"
            "from cms.glossary.phrases import Phrase\n"
            "print(_key('<p>Стали</p>', '/slovar/', [Phrase('a', 'b', (frozenset({'стать', 'сталь', 'стали'}),))]))"
        )
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        keys.add(subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout)
    assert len(keys) == 1


def test_without_a_public_page_nothing_is_linked(glossary):
    glossary.unpublish()
    cache.clear()
    assert "term" not in link_terms("<p>ИОМ</p>")


def test_a_changed_term_is_known_at_once(glossary):
    link_terms("<p>ИОМ</p>")
    GlossaryTerm.objects.create(term="куратор", definition="Кто помогает парам")
    assert "#kurator" in link_terms("<p>Спросите у куратора.</p>")


def test_the_page_lists_terms_by_letters_with_anchors(glossary, client):
    body = client.get("/slovar/").content.decode()
    assert 'id="indivi' in body
    assert "Двое, закреплённые &lt;приказом&gt;" in body
    assert [group.letter for group in by_letters(GlossaryTerm.objects.all())] == ["Е", "И", "Н"]


def test_the_centre_keeps_the_glossary(signed_in, regional_centre, editor):
    address = reverse("wagtailsnippets_cms_glossaryterm:add")
    data = {"term": "куратор", "aliases": "", "definition": "Помогает парам", "source": "", "is_linked": "on"}
    signed_in(editor).post(address, data)
    assert not GlossaryTerm.objects.exists()
    signed_in(regional_centre).post(address, data)
    assert GlossaryTerm.objects.get().term == "куратор"
