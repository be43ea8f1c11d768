"""No control or direction character is stored by any door; a bad record of former days breaks nothing."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from django import forms
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from cms.news.models import NewsPage
from cms.pages.models import ContentPage
from cms.territories.models import Organisation
from cms.texts.unseen import json_seen_only, seen_only, seen_only_in
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory, OrganisationFactory, news, open_branch
from tests.factories import practices as make
from tests.factories.acts import make_act
from tests.factories.programmes import make_programme

BAD = "Школа\x0bнаставников\u202e\x00\u200b\ufeff"
GOOD = "Школа наставников"


@given(st.text())
def test_what_is_left_can_be_written_anywhere(text: str) -> None:
    left = seen_only(text)
    assert seen_only(left) == left
    assert not {unicodedata.category(sign) for sign in left if sign not in "\t\n\r"} & {"Cc", "Cs"}
    assert not any(
        unicodedata.bidirectional(sign) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI"} for sign in left
    )
    left.encode("utf-8")


@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_json_inside_of_json_is_cleaned_the_same(value: Any) -> None:
    clean = seen_only_in(value)
    assert seen_only_in(clean) == clean
    assert json.loads(json_seen_only(json.dumps({"is": value})))["is"] == clean


@pytest.mark.parametrize(
    "words", ["Ёлка – «сосна»", "два\nабзаца\tс табуляцией", "семья 👨‍👩‍👧", "не\u00adразрывно", "№ 5"]
)
def test_what_people_mean_stays(words: str) -> None:
    assert seen_only(words) == words


def test_a_form_says_of_a_text_what_will_be_stored() -> None:
    assert forms.CharField().clean(BAD) == GOOD
    assert forms.CharField(widget=forms.Textarea).clean("раз\u2028два") == "раз\nдва"
    with pytest.raises(forms.ValidationError, match="заполнить"):
        forms.CharField().clean("\u200b\x00 \x0b")
    assert forms.CharField(widget=forms.PasswordInput, strip=False).clean("a\u200b") == "a\u200b"


@pytest.mark.django_db
def test_every_door_into_the_database_cleans(municipality: Any) -> None:
    mentor = MentorFactory(municipality=municipality, last_name=BAD)
    assert Mentor.objects.get(pk=mentor.pk).last_name == GOOD
    Organisation.objects.filter(pk=mentor.organisation_id).update(full_name=BAD)
    assert Organisation.objects.get(pk=mentor.organisation_id).full_name == GOOD
    school = OrganisationFactory.build(municipality=municipality, full_name=BAD)
    Organisation.objects.bulk_create([school])
    assert Organisation.objects.get(pk=school.pk).full_name == GOOD


@pytest.mark.django_db
def test_blocks_and_drafts_are_cleaned_too(municipality: Any) -> None:
    body = json.dumps([{"type": "text", "value": f"<p>{BAD}</p>"}])
    page = open_branch(municipality).add_child(instance=ContentPage(title=BAD, slug="tekst", body=body))
    stored = ContentPage.objects.get(pk=page.pk)
    assert stored.title == GOOD
    assert not _signs(json.dumps(list(stored.body.raw_data), ensure_ascii=False))
    stored.title = BAD
    revision = stored.save_revision()
    revision.refresh_from_db()
    assert revision.content["title"] == GOOD
    assert revision.as_object().title == GOOD
    revision.publish()
    assert Page.objects.get(pk=page.pk).title == GOOD


def _signs(text: str) -> set[str]:
    return set(text) & {"\x0b", "\u202e", "\x00", "\u200b", "\ufeff"}


def spoil(model: Any, pk: Any, *fields: str) -> None:
    """Put a bad value into the database past everything of ours, as in former days."""
    for name in fields:
        column, table = model._meta.get_field(name).column, model._meta.get_field(name).model._meta.db_table
        key = model._meta.get_field(name).model._meta.pk.column
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET {column} = %s WHERE {key} = %s", ["Старая\x0b\u202eзапись\x01\ufffe", pk]
            )


@pytest.mark.django_db
def test_one_bad_record_of_former_days_breaks_no_list_no_feed_no_paper_no_export(
    municipality: Any, signed_in: Any, superuser: Any, methodist: Any
) -> None:
    branch = open_branch(municipality)
    text, act = news(municipality), make_act()
    programme = make_programme(OrganisationFactory(municipality=municipality))
    practice = make.practice_draft(municipality, methodist)
    mentor = MentorFactory(municipality=municipality, public=True)
    for page in (text, act, programme, practice):
        spoil(type(page), page.pk, "title", "draft_title", "lead")
    spoil(type(programme), programme.pk, "definition", "aim")
    spoil(Mentor, mentor.pk, "last_name", "position")
    spoil(Organisation, mentor.organisation_id, "full_name", "short_name")
    visitor, admin = Client(), signed_in(superuser)
    public = [
        "/lenta/",
        f"{branch.url}lenta/",
        f"{text.get_parent().url}lenta/",
        text.url,
        act.url,
        programme.url,
        "/sitemap.xml",
    ]
    public += [f"{page.url}{name}" for page in (act, programme) for name in ("pdf/", "docx/")]
    for address in public:
        assert visitor.get(address).status_code in (200, 301, 302, 404), address
    for kind in ("xlsx", "csv"):
        for name in ("mentor_register", "wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages"):
            answer = admin.get(reverse(name), {"export": kind})
            assert answer.status_code == 200
            assert b"".join(answer.streaming_content) if answer.streaming else answer.content
    for name in ("wagtailsnippets_mentoring_mentor:list", "mentor_register", "cms_organisation_modeladmin_index"):
        assert admin.get(reverse(name)).status_code == 200

    call_command("clean_stored")
    assert NewsPage.objects.get(pk=text.pk).title == "Старая запись"
    assert Mentor.objects.get(pk=mentor.pk).last_name == "Старая запись"
