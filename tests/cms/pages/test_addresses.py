"""A page gets its address from its title: nobody is stopped by an empty field behind another tab."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bestpractices.practices.models import PracticePage
from cms.news.models import NewsIndexPage, NewsPage
from cms.pages.addresses import LONGEST, address_of
from cms.pages.editorial import editorial_models
from cms.pages.models import ContentPage, HomePage
from tests.factories import news, open_branch
from tests.factories import practices as make


def test_an_address_is_read_out_and_typed():
    assert address_of("Один вопрос к уроку: ёж?") == "odin-vopros-k-uroku-ezh"
    assert address_of("«…»") == "stranica"
    assert len(address_of("Очень длинное название " * 9)) <= LONGEST


@pytest.mark.django_db
def test_two_drafts_of_one_title_are_stored_without_an_address_typed(municipality, methodist, signed_in):
    index = make.practice_index(municipality)
    lists = ("author_pairs", "coauthors", "steps", "indicators", "grounds", "materials", "comments")
    forms = {f"{name}-{end}": 0 for name in lists for end in ("TOTAL_FORMS", "INITIAL_FORMS")}
    words = {"title": "Пять минут до урока", "slug": "", "licence": "cc-by", "evidence_level": "voices"}
    words |= {"pair_model": "teacher-teacher", "mentoring_form": "classic", "kind": "individual"}
    words |= {"level": "organisation"}
    url = reverse("wagtailadmin_pages:add", args=["bestpractices", "practicepage", index.pk])
    client = signed_in(methodist)
    for _number in range(2):
        client.post(url, {**forms, **words})
    slugs = PracticePage.objects.in_municipality(municipality).order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["pyat-minut-do-uroka", "pyat-minut-do-uroka-1"]


def test_no_form_of_the_site_insists_on_an_address():
    insisting = [
        model
        for model in editorial_models()
        if (form := model.get_edit_handler().get_form_class())
        and "slug" in form.base_fields
        and not hasattr(form, "clean_slug")
    ]
    assert insisting == []


@pytest.mark.django_db
def test_pages_made_without_a_form_take_their_address_from_the_title():
    home = HomePage.objects.get()
    for _number in range(2):
        home.add_child(instance=ContentPage(title="Пять минут до урока"))
    made = ContentPage.objects.child_of(home).filter(title="Пять минут до урока")
    slugs = made.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["pyat-minut-do-uroka", "pyat-minut-do-uroka-1"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ({"slug": "pyat-minut"}, None),  # typed, and taken
        ({"slug": "pyat-minut-do-uroka"}, "pyat-minut-do-uroka-1"),  # what the title gives
        ({"slug": "pyat-minut", "address-made": "pyat-minut"}, "pyat-minut-1"),  # what the browser made of it
    ],
)
def test_an_address_that_the_site_made_is_made_free_and_a_typed_one_refused(
    municipality, editor, signed_in, sent, stored
):
    open_branch(municipality)
    for taken in ("pyat-minut", "pyat-minut-do-uroka"):
        news(municipality, title="Пять минут до урока", slug=taken)
    section = NewsIndexPage.objects.get(municipality=municipality)
    words = {"title": "Пять минут до урока", "lead": "", "body-count": "0", "day": "2026-11-28", **sent}
    words |= {f"comments-{end}": 0 for end in ("TOTAL_FORMS", "INITIAL_FORMS")}

    answer = signed_in(editor).post(reverse("wagtailadmin_pages:add", args=["cms", "newspage", section.pk]), words)

    made = list(NewsPage.objects.order_by("pk").values_list("slug", flat=True))[2:]
    assert made == ([stored] if stored else [])
    if stored is None:
        assert "Адрес «pyat-minut» в этом разделе уже занят" in " ".join(answer.content.decode().split())
