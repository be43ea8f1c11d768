"""Nothing of a draft, a practice under review or a withdrawn one is on any public page; scripts stay words."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bestpractices.practices.models import PracticePage
from bestpractices.review.aftercare import WithdrawPractice
from bestpractices.review.verdicts import ReturnPractice
from cms.accounts.enums import Role
from tests.factories import practices as make

pytestmark = pytest.mark.django_db

FIELDS = ("problem", "aim", "audience", "hours", "people", "money", "conditions", "result", "failures", "risks")
PAYLOADS = (
    "<script>window.hit=1</script>",
    '"><img src=x onerror=window.hit=1>',
    "</textarea><svg onload=window.hit=1>",
    "{{ 7|add:7 }}{% now %}",
    "javascript:window.hit=1",
)


def canaries(mark: str) -> dict[str, str]:
    """A word for every field that occurs nowhere else."""
    return {name: f"канарейка-{mark}-{name} " + make.LONG[:40] for name in FIELDS}


def withdrawn(place, owner, **fields):
    practice = make.practice_published(place, owner, **fields)
    WithdrawPractice(practice, make.appointed(Role.COORDINATOR, place), "Причина").execute()
    return practice


def test_no_public_page_shows_a_canary(municipality, methodist, client):
    makers = (make.practice_draft, make.practice_sent, make.practice_at_region, make.practice_returned, withdrawn)
    hidden = [
        maker(
            municipality,
            methodist,
            title=f"канарейка-{maker.__name__}",
            slug=maker.__name__,
            **canaries(maker.__name__),
        )
        for maker in makers
    ]
    shown = make.practice_published(municipality, methodist)
    draft = shown.get_latest_revision_as_object()
    draft.aim = "канарейка-второе-издание"
    draft.save_revision(user=methodist, clean=False)
    index = shown.get_parent().url
    paths = [shown.url, index, f"{index}?q=канарейка", "/praktiki/", "/poisk/?q=канарейка", "/sitemap.xml", "/"]
    for practice in [*hidden, shown]:
        paths += [reverse(name, args=[practice.pk]) for name in ("practice-pdf", "practice-editions")]
        paths.append(practice.url)
    leaks = []
    for path in paths:
        body = client.get(path).content.decode("utf-8", "replace").replace("q=канарейка", "").replace('"канарейка"', "")
        if "канарейка-" in body:
            leaks.append(path)
    assert leaks == []


def test_scripts_in_every_input_stay_words(municipality, methodist, coordinator, client, signed_in):
    words = {name: f"{PAYLOADS[number % len(PAYLOADS)]} {make.LONG}" for number, name in enumerate(FIELDS)}
    fields = {**words, "hours": PAYLOADS[0], "people": PAYLOADS[1], "money": PAYLOADS[2], "lead": PAYLOADS[1]}
    practice = make.practice_published(municipality, methodist, title=PAYLOADS[0], **fields)
    again = make.practice_sent(municipality, methodist, title=PAYLOADS[1], **fields)
    ReturnPractice(
        again, coordinator, make.seen(again), PAYLOADS[0], tuple(("steps", payload) for payload in PAYLOADS)
    ).execute()
    pages = [client.get(practice.url), client.get(practice.get_parent().url)]
    admin = signed_in(coordinator)
    pages += [
        admin.get(reverse("practice_review", args=[again.pk])),
        admin.get(reverse("practice_queue")),
        admin.get(reverse("practice_journal")),
        admin.get(
            reverse("practice_difference", args=[practice.pk, practice.live_revision_id, practice.live_revision_id])
        ),
    ]
    for page in pages:
        body = page.content.decode()
        assert page.status_code == 200
        assert "<script>window.hit" not in body
        assert "<img src=x" not in body
        assert "<svg onload" not in body
        assert 'href="javascript:' not in body


def test_a_withdrawn_consent_takes_the_name_away_at_once(municipality, methodist, client):
    from tests.factories import MentorConsentFactory

    practice = make.practice_published(municipality, methodist)
    mentor = PracticePage.objects.get(pk=practice.pk).author_pairs.first().pair.mentor
    MentorConsentFactory(mentor=mentor)
    consent = MentorConsentFactory(mentor=mentor, publication=True)
    assert mentor.full_name in client.get(practice.url).content.decode()
    consent.withdrawn_on = consent.given_on
    type(consent).objects.filter(pk=consent.pk).update(withdrawn_on=consent.given_on)
    body = client.get(practice.url).content.decode()
    assert mentor.last_name not in body
    assert "наставническая пара" in body
