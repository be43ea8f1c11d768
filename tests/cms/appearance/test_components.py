"""The components that both engines print: safe, complete, understandable without sight."""

import re

from django.template import Context, Template
from django.utils.safestring import mark_safe

from cms.appearance.pieces import Chip, Facet, MentorCard, Option, PageLink, Pager

EVIL = "<script>alert(1)</script>"


def printed(source: str, **context: object) -> str:
    return Template("{% load duet %}" + source).render(Context(context))


def test_zero_is_shown_but_cannot_be_pressed() -> None:
    facet = Facet("category", "Категория", (Option("high", "Высшая", 12, checked=True), Option("none", "Без", 0)))
    page = printed('{% component "facet" facet=facet %}', facet=facet)
    assert re.search(r'value="high" checked>', page)
    assert re.search(r'value="none" disabled>', page)


def test_facet_without_choice_folds_itself_and_says_so() -> None:
    facet = Facet("category", "Категория", (Option("none", "Без", 0),))
    page = printed('{% component "facet" facet=facet %}', facet=facet)
    assert "выбора нет" in page
    assert " open" not in page


def test_search_inside_waits_for_the_script() -> None:
    options = tuple(Option(str(n), f"Район {n}", 1) for n in range(9))
    page = printed('{% component "facet" facet=f %}', f=Facet("d", "Район", options, search_label="Название"))
    field = re.search(r"<input[^>]*data-facet-search[^>]*>", page)
    assert field
    assert " hidden" in field[0]
    assert "name=" not in field[0]  # it is not a condition, the form must not send it


def test_words_of_people_are_escaped_and_marks_survive() -> None:
    card = MentorCard(EVIL, "/1/", mark_safe("<mark>Физика</mark>"), place=EVIL, takes=EVIL)
    page = printed('{% component "mentor_card" card=card %}', card=card)
    assert EVIL not in page
    assert "<mark>Физика</mark>" in page


def test_chip_says_what_it_does() -> None:
    page = printed('{% component "chip" chip=chip %}', chip=Chip(EVIL, "/?q=1&d=2"))
    assert "Убрать условие:" in page
    assert EVIL not in page
    assert "/?q=1&amp;d=2" in page


def test_current_page_is_told_to_a_screen_reader() -> None:
    pager = Pager("13–24 из 40", (PageLink(1, "/?page=1"), PageLink(2, "/?page=2", is_current=True)), "/?page=1")
    page = printed('{% component "pager" pager=pager %}', pager=pager)
    assert re.search(r'aria-current="page">.*?2</span>', page)
    assert 'rel="prev"' in page
    assert 'rel="next"' not in page


def test_single_page_has_no_page_links() -> None:
    assert "<ul" not in printed('{% component "pager" pager=p %}', p=Pager("Все 3", (PageLink(1, "/", True),)))


def test_places_are_drawn_and_said() -> None:
    page = printed('{% component "places" free=2 total=3 words="2 места из 3" %}')
    assert page.count("hex-free") == 2
    assert page.count("<svg") == 3
    assert "2 места из 3" in page


def test_impossible_places_do_not_break_the_page() -> None:
    assert printed("{% hexagons 5 2 %}").count("hex-free") == 2
    assert printed("{% hexagons -1 -1 %}").count("<svg") == 0
    assert printed("{% hexagons 900 900 %}").count("<svg") == 8


def test_portrait_points_where_its_voice_points() -> None:
    mentor, mentee = printed('{% portrait "Лосева Вера" %}'), printed('{% portrait "Илья Тарасов" "mentee" %}')
    assert ">ЛВ</text>" in mentor
    assert ">ИТ</text>" in mentee
    assert "portrait-mentee" in mentee
    assert "portrait-mentee" not in mentor


def test_portrait_of_a_person_without_a_name_is_empty() -> None:
    assert "></text>" in printed('{% portrait "" %}')


def test_numbers_agree_with_nouns_in_templates() -> None:
    assert printed('{% counted n "место" "места" "мест" %}', n=5401) == "5\u00a0401\u00a0место"
    assert printed("{{ n|grouped }}", n=1134) == "1\u00a0134"
