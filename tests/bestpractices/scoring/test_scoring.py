"""Experts: asked fairly, blind, without conflicts; a gap calls a third; the last score ends the stage."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import State
from bestpractices.review.models import ReviewPolicy, StageState
from bestpractices.review.standing import standing
from bestpractices.scoring.actions import DeclineReview, ScoreRefused
from bestpractices.scoring.conflicts import conflict
from bestpractices.scoring.enums import ReviewStatus
from bestpractices.scoring.models import Criterion, Expert, ExpertReview
from bestpractices.scoring.notices import RevokeExpertLink, holder_of, personal_address
from bestpractices.scoring.results import calibrations
from cms.accounts.seen import stamp
from cms.mailing.models import OutgoingMail
from cms.personal_links.models import PersonalLink
from tests.factories import MunicipalityFactory
from tests.factories import practices as make

pytestmark = pytest.mark.django_db

REVIEW, EDIT, HISTORY = "practice_review", "wagtailadmin_pages:edit", "wagtailadmin_pages:history"
EDITIONS, SITE_HISTORY = "practice-editions", "/admin/reports/site-history/"


def state_of(practice):
    return standing(PracticePage.objects.get(pk=practice.pk)).state


def test_the_least_busy_are_asked_and_never_the_authors_neighbours(municipality, methodist):
    Expert.objects.create(full_name="Сосед", municipality=municipality, email="sosed@example.org")
    experts = make.experts(4)
    first = make.practice_at_experts(municipality, methodist)
    second = make.practice_at_experts(municipality, methodist, title="Вторая")
    asked = {practice.pk: set(_experts_of(practice)) for practice in (first, second)}
    assert asked[first.pk] | asked[second.pk] == {expert.pk for expert in experts}


def _experts_of(practice):
    return ExpertReview.objects.filter(state__page=practice).values_list("expert_id", flat=True)


def test_who_belongs_to_the_pair_or_the_school_does_not_score(municipality, methodist):
    practice = make.practice_draft(municipality, methodist)
    place = MunicipalityFactory()
    pair = practice.author_pairs.first().pair
    mentee = pair.mentees.first()
    author = Expert(full_name="Кто-то", municipality=place, mentor=pair.mentor)
    namesake = Expert(full_name=mentee.full_name.upper(), municipality=place)
    colleague = Expert(full_name="Коллега", municipality=place, organisation=practice.organisation)
    stranger = Expert(full_name="Никто", municipality=place)
    assert [bool(conflict(it, practice)) for it in (author, namesake, colleague, stranger)] == [True, True, True, False]


def test_an_author_is_known_by_the_person_not_by_an_empty_key(municipality, methodist):
    practice = make.practice_draft(municipality, methodist)
    place, pair = MunicipalityFactory(), practice.author_pairs.first().pair
    name = f"{pair.mentor.first_name} {pair.mentor.last_name}"
    assert conflict(Expert(full_name=name, municipality=place), practice)  # as an account writes it, without a key
    type(pair.mentor).objects.filter(pk=pair.mentor_id).update(email="losev@example.org")
    practice = PracticePage.objects.get(pk=practice.pk)
    assert conflict(Expert(full_name="Кто-то", email="Losev@example.org", municipality=place), practice)
    practice.coauthors.add(type(practice).coauthors.rel.related_model())  # a line that names nobody yet
    assert not conflict(Expert(full_name="Никто", municipality=place), practice)


def test_a_large_gap_calls_a_third_and_then_the_region_decides(municipality, methodist):
    practice = make.practice_at_experts(municipality, methodist)
    one, two = ExpertReview.objects.filter(state__page=practice)
    make.score(one, 5)
    make.score(two, 1)
    third = ExpertReview.objects.get(state__page=practice, is_third=True)
    assert state_of(practice) == State.EXPERTS
    make.score(third, 3)
    assert state_of(practice) == State.REGION
    lines = {line.name: line.words for line in calibrations(list(ExpertReview.objects.with_scores()))}
    assert lines[one.expert.full_name] == "мягче коллег"
    assert lines[two.expert.full_name] == "строже коллег"


def test_a_decline_asks_somebody_else(municipality, methodist):
    practice = make.practice_at_experts(municipality, methodist)
    review = ExpertReview.objects.filter(state__page=practice).first()
    DeclineReview(review, review.expert.user, "Работали вместе").execute()
    assert ExpertReview.objects.filter(state__page=practice).asked().count() == 2
    with pytest.raises(ScoreRefused):
        make.score(ExpertReview.objects.get(pk=review.pk))


def test_an_expert_scores_only_their_own_work_and_sees_no_names(municipality, methodist, signed_in):
    practice = make.practice_at_experts(municipality, methodist)
    one, two = ExpertReview.objects.filter(state__page=practice)
    with pytest.raises(PermissionDenied):
        two_as_one = ExpertReview.objects.get(pk=two.pk)
        make.score(_acted_by(two_as_one, one.expert.user))
    client = signed_in(one.expert.user)
    assert client.get(reverse("practice_score", args=[two.pk])).status_code == 404
    assert client.get(reverse("practice_review", args=[practice.pk])).status_code == 404
    body = client.get(reverse("practice_score", args=[one.pk])).content.decode()
    pair = practice.author_pairs.first().pair
    hidden = (pair.mentor.last_name, practice.organisation.short_name, municipality.short_name, two.expert.full_name)
    assert [name for name in hidden if name in body] == []


def _acted_by(review, user):
    """The same work, asked for by another account."""
    review.expert.user = user
    return review


def test_an_expert_without_an_account_works_by_the_link(municipality, methodist, client):
    for number in range(2):
        place = MunicipalityFactory()
        Expert.objects.create(full_name=f"Внешний {number}", municipality=place, email=f"e{number}@example.org")
    practice = make.practice_at_experts(municipality, methodist)
    review, other = ExpertReview.objects.filter(state__page=practice)
    path = re.sub(r"^https?://[^/]+", "", personal_address(review))
    page = client.get(path).content.decode()
    assert "Записать оценку" in page
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    data = {f"points-{criterion.pk}": "4" for criterion in Criterion.objects.in_use()}
    client.post(path, {**data, "seen": seen[1], "comment": "Взяла бы себе", "remark-steps": "Сколько минут?"})
    assert ExpertReview.objects.get(pk=review.pk).status == ReviewStatus.SCORED
    assert ExpertReview.objects.get(pk=other.pk).status == ReviewStatus.ASKED
    assert "Ваши баллы" in client.get(path).content.decode()
    client.post(path, {**data, "seen": seen[1]})
    assert ExpertReview.objects.get(pk=review.pk).scores.count() == Criterion.objects.in_use().count()
    assert client.get(path[:-5] + "AAAA/").status_code == 410


def test_an_expert_sees_the_points_they_gave_and_nobody_elses(municipality, methodist, signed_in):
    practice = make.practice_at_experts(municipality, methodist)
    one, two = ExpertReview.objects.filter(state__page=practice)
    make.score(one, 4)
    make.score(two, 3)
    client, path = signed_in(one.expert.user), reverse("practice_score", args=[one.pk])
    body = client.get(path).content.decode()
    given = re.search(r'<section class="duet-scores".*?</section>', body, re.DOTALL)
    assert given and "Ваши баллы" in given[0]
    assert re.findall(r"<td>(\d)</td>", given[0]) == ["4"] * Criterion.objects.in_use().count()
    assert path in client.get(reverse("practice_queue")).content.decode()


def test_points_below_a_minimum_need_a_reason_of_the_region(municipality, methodist, regional_centre):
    from bestpractices.review.actions import ReviewRefused
    from bestpractices.review.verdicts import ApprovePractice

    practice = make.practice_at_region(municipality, methodist, points=1)
    with pytest.raises(ReviewRefused, match="пороге"):
        ApprovePractice(practice, regional_centre, make.seen(practice)).execute()
    ApprovePractice(practice, regional_centre, make.seen(practice), "Редкая тема, издаём с замечаниями").execute()
    assert state_of(practice) == State.PUBLISHED
    assert StageState.stages.of(practice).under_way().count() == 0


class TestWhatAuthorsLearnOfExperts:
    """By the region's rules: nothing anywhere, or their names when the scoring is over."""

    @pytest.fixture
    def places(self, municipality, methodist, signed_in):
        """Everything that an author reads of a practice which two experts have scored, as one text."""

        def read(practice):
            client = signed_in(methodist)
            journal = reverse("practice_journal")
            pages = [client.get(reverse(name, args=[practice.pk])) for name in (REVIEW, EDIT, HISTORY, EDITIONS)]
            pages += [client.get(journal), client.get(reverse("practice_queue")), client.get(SITE_HISTORY)]
            table = b"".join(client.get(journal, {"format": "csv"}).streaming_content).decode("utf-8-sig")
            mails = OutgoingMail.objects.filter(recipient=methodist.email).values_list("subject", "body")
            return "\n".join([*(page.content.decode() for page in pages), table, *map(str, mails)])

        return read

    def test_nobody_is_named_while_the_rules_hide_experts(self, municipality, methodist, places):
        practice = make.practice_published(municipality, methodist)
        text = places(practice)
        assert "Эксперт 1" in text
        assert [name for name in _names() if name in text] == []

    def test_an_expert_with_an_account_is_not_named_by_wagtails_history(
        self, municipality, methodist, places, signed_in
    ):
        practice = make.practice_at_experts(municipality, methodist)
        for review in ExpertReview.objects.filter(state__page=practice):
            points = {f"points-{criterion.pk}": 4 for criterion in Criterion.objects.in_use()}
            seen = stamp(practice.get_latest_revision())
            url = reverse("practice_score", args=[review.pk])
            signed_in(review.expert.user).post(url, {**points, "seen": seen})
        assert state_of(practice) == State.REGION
        assert [name for name in _names() if name in places(practice)] == []

    def test_rules_that_name_experts_name_them_when_the_scoring_is_over(self, municipality, methodist, places):
        ReviewPolicy.objects.update(hides_expert=False)
        practice = make.practice_at_experts(municipality, methodist)
        make.score(ExpertReview.objects.filter(state__page=practice).first())
        assert [name for name in _names() if name in places(practice)] == []
        make.score(ExpertReview.objects.asked().get())
        text = places(practice)
        asked = [review.expert.full_name for review in ExpertReview.objects.filter(state__page=practice)]
        assert [name for name in asked if name not in text] == []

    def test_the_centre_knows_who_scored(self, municipality, methodist, regional_centre, signed_in):
        practice = make.practice_at_region(municipality, methodist)
        text = signed_in(regional_centre).get(reverse(REVIEW, args=[practice.pk])).content.decode()
        asked = [review.expert.full_name for review in ExpertReview.objects.filter(state__page=practice)]
        assert [name for name in asked if name not in text] == []


def _names():
    """Every name under which an expert could show."""
    users = [expert.user for expert in Expert.objects.exclude(user=None)]
    return {*Expert.objects.values_list("full_name", flat=True), *(user.username for user in users)}


def test_the_centre_renews_and_revokes_the_link_of_an_expert(municipality, methodist, regional_centre, signed_in):
    make.practice_at_experts(municipality, methodist)
    review = ExpertReview.objects.asked().first()
    assert signed_in(regional_centre).get(reverse("practice_expert_link", args=[review.pk])).status_code == 404
    Expert.objects.filter(pk=review.expert_id).update(user=None, email="bez@example.org")
    review = ExpertReview.objects.select_related("expert").get(pk=review.pk)
    desk, centre = reverse("practice_expert_link", args=[review.pk]), signed_in(regional_centre)
    assert desk in centre.get(reverse("practice_experts")).content.decode()

    page = centre.post(desk, {"do": "new"}).content.decode()
    link = re.search(r'value="https?://[^/]+(/[^"]+)"', page)[1]
    assert Client().get(link).status_code == 200
    PersonalLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert Client().get(link).status_code == 410
    centre.post(desk, {"do": "renew"})
    assert Client().get(link).status_code == 200
    centre.post(desk, {"do": "revoke"})
    assert Client().get(link).status_code == 410
    assert signed_in(methodist).post(desk, {"do": "new"}).status_code != 200
    told = ModelLogEntry.objects.filter(action__startswith="duet.link.", object_id=str(review.pk)).order_by("pk")
    assert [(line.action, line.user) for line in told][-3:] == [
        (f"duet.link.{what}", regional_centre) for what in ("issue", "renew", "revoke")
    ]
    with pytest.raises(PermissionDenied):
        RevokeExpertLink(review, holder_of(review), methodist).execute()
