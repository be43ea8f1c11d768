"""A name that a text is linked to goes with the consent: at once, from everywhere, and comes back with a new one."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from cms.pages.publicness import public_pages
from mentoring.consents.actions import RecordConsent, WithdrawConsent
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MentorConsent
from mentoring.mentions.jobs import begin_the_day
from mentoring.mentions.linking import LeaveName, LinkPerson
from mentoring.mentions.models import CoveredText, PersonMention
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor(municipality: Any) -> Any:
    who = {"last_name": "Лосева", "first_name": "Вера", "patronymic": "Аркадьевна"}
    return factories.MentorFactory(public=True, municipality=municipality, **who)


@pytest.fixture
def story(municipality: Any, mentor: Any) -> Any:
    factories.open_branch(municipality)
    body = [
        {"type": "text", "value": f'<p>Урок вела <a linktype="person" id="{mentor.pk}">наша Вера</a>.</p>'},
        {"type": "quote", "value": {"text": "Я рада, – сказала Лосева.", "author": "Вера Лосева", "role": "учитель"}},
    ]
    return factories.news(
        municipality,
        title="Премия Вере Лосевой",
        lead="В. А. Лосева получила премию.",
        search_description="О Лосевой Вере",
        body=json.dumps(body),
    )


def withdraw(mentor: Any) -> None:
    consent = MentorConsent.objects.get(mentor=mentor, purpose=Purpose.PUBLICATION)
    WithdrawConsent(consent, None, timezone.localdate()).execute()


def read(client: Client, story: Any) -> str:
    answer = client.get(story.get_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_link_in_a_text_leads_to_the_person(client: Client, story: Any, mentor: Any) -> None:
    assert f'<a href="{mentor.get_absolute_url()}">наша Вера</a>' in read(client, story)
    mention = PersonMention.objects.get()
    assert (mention.thing_id, mention.person_id, mention.state) == (story.pk, mentor.pk, "linked")


def test_a_withdrawal_hides_the_name_in_every_field_at_once(client: Client, story: Any, mentor: Any) -> None:
    withdraw(mentor)
    text = read(client, story)
    assert "Лосев" not in text
    assert "наша Вера" not in text
    assert "Премия [имя скрыто]" in text
    assert "[имя скрыто] получила премию." in text
    assert "учитель" in text
    stored = type(story).objects.get(pk=story.pk)
    assert "Лосев" not in stored.title + stored.lead + stored.search_description + str(stored.body.raw_data)


def test_a_new_consent_gives_the_name_back(client: Client, story: Any, mentor: Any) -> None:
    before = type(story).objects.get(pk=story.pk)
    withdraw(mentor)
    consent = MentorConsent(
        mentor=mentor, purpose=Purpose.PUBLICATION, given_on=timezone.localdate(), holder="Центр", text_version="2"
    )
    MentorConsent.objects.filter(mentor=mentor, purpose=Purpose.PUBLICATION).update(
        withdrawn_on=timezone.localdate() - timedelta(days=1)
    )
    RecordConsent(consent, None).execute()
    after = type(story).objects.get(pk=story.pk)
    assert (after.title, after.lead) == (before.title, before.lead)
    assert list(after.body.raw_data) == list(before.body.raw_data)
    assert not CoveredText.objects.exists()


def test_publishing_an_old_draft_does_not_bring_the_name_back(client: Client, story: Any, mentor: Any) -> None:
    revision = story.save_revision()
    withdraw(mentor)
    revision.publish()
    assert "Лосев" not in read(client, story)
    story.refresh_from_db()
    story.get_latest_revision_as_object().save_revision().publish()
    assert "Лосев" not in read(client, story)


def test_a_consent_that_runs_out_hides_the_page_until_the_name_is_hidden(
    client: Client, story: Any, mentor: Any
) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    mentor.consents.update(valid_until=yesterday)
    PersonMention.objects.update(holds_until=yesterday)
    assert client.get(story.get_url()).status_code == 404
    assert not public_pages().filter(pk=story.pk).exists()
    begin_the_day()
    assert "Лосев" not in read(client, story)


def test_a_mark_beside_a_text_links_it_as_well(
    client: Client, municipality: Any, mentor: Any, coordinator: Any
) -> None:
    factories.open_branch(municipality)
    page = factories.news(municipality, title="Праздник", lead="Пела Вера Лосева.")
    LinkPerson(page, mentor, coordinator).execute()
    assert "Вера Лосева" in read(client, page)
    withdraw(mentor)
    assert "Лосев" not in read(client, page)
    LeaveName(page, mentor, coordinator).execute()  # it was another one of that name
    assert "Пела Вера Лосева" in read(client, page)


def test_a_person_without_a_consent_is_hidden_as_soon_as_linked(client: Client, municipality: Any) -> None:
    factories.open_branch(municipality)
    silent = factories.MentorFactory(last_name="Рогова", first_name="Анна", municipality=municipality)
    text = f'<p>Вела <a linktype="person" id="{silent.pk}">Анна Рогова</a>.</p>'
    page = factories.news(
        municipality, title="Урок", lead="Урок Анны Роговой.", body=json.dumps([{"type": "text", "value": text}])
    )
    assert "Рогов" not in read(client, page)


def test_a_foreign_editor_decides_about_no_name(story: Any, mentor: Any, other_coordinator: Any) -> None:
    from django.core.exceptions import PermissionDenied

    with pytest.raises(PermissionDenied):
        LeaveName(story, mentor, other_coordinator).execute()
    assert PersonMention.objects.get().state == "linked"


def test_links_of_a_text_cost_one_query(django_assert_num_queries: Any, mentor: Any) -> None:
    from wagtail.rich_text import expand_db_html

    Mentor = type(mentor)
    others = [factories.MentorFactory(public=True) for _ in range(4)]
    html = "".join(f'<a linktype="person" id="{one.pk}">х</a>' for one in [mentor, *others])
    ContentType.objects.get_for_model(Mentor), ContentType.objects.get_for_model(Page)
    with django_assert_num_queries(1):
        assert expand_db_html(html).count("href=") == 5
