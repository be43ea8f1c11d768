"""One corrected word goes a short way, with the difference shown; a change of meaning goes the long one."""

from decimal import Decimal

import pytest
from django.db import models
from django.urls import reverse
from modelcluster.models import get_all_child_relations

from bestpractices.journal.models import Decision
from bestpractices.practices.corrections import MOST_WORDS, too_much
from bestpractices.practices.differences import differences
from bestpractices.practices.lists import PracticeGround, PracticeIndicator, PracticeMaterial
from bestpractices.practices.models import PracticePage
from bestpractices.review.actions import ReviewRefused
from bestpractices.review.correcting import SendCorrection
from bestpractices.review.enums import State
from bestpractices.review.models import ReviewPolicy
from bestpractices.review.standing import standing
from bestpractices.review.verdicts import ApprovePractice
from bestpractices.scoring.models import ExpertReview
from cms.accounts.enums import Role
from tests.factories import practices as make
from tests.factories.practices import LONG, appointed

pytestmark = pytest.mark.django_db

BEFORE = f"{LONG} Начинающий педогог теряет урок на объяснения и не видит класса 12 минут."


@pytest.fixture
def practice(municipality, methodist):
    return make.practice_published(municipality, methodist, problem=BEFORE)


def drafted(practice, user, **changes):
    draft = PracticePage.objects.get(pk=practice.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision(user=user)
    return PracticePage.objects.get(pk=practice.pk)


def test_a_corrected_word_is_on_the_site_when_the_municipality_has_read_it(practice, methodist, municipality):
    asked = ExpertReview.objects.count()
    practice = drafted(practice, methodist, problem=BEFORE.replace("педогог", "педагог"))
    SendCorrection(practice, methodist).execute()
    assert standing(PracticePage.objects.get(pk=practice.pk)).state == State.MUNICIPAL
    assert "педогог" in PracticePage.objects.get(pk=practice.pk).problem  # visitors read the former words meanwhile
    ApprovePractice(practice, appointed(Role.METHODIST, municipality), make.seen(practice)).execute()
    live = PracticePage.objects.get(pk=practice.pk)
    assert (live.live, live.problem) == (True, BEFORE.replace("педогог", "педагог"))
    assert standing(live).state == State.PUBLISHED
    assert ExpertReview.objects.count() == asked
    assert Decision.objects.filter(what="correct").count() == 1


def test_nobody_decides_about_the_own_correction(practice, methodist):
    practice = drafted(practice, methodist, problem=BEFORE.replace("педогог", "педагог"))
    SendCorrection(practice, methodist).execute()
    with pytest.raises(ReviewRefused, match="кто-то другой"):
        ApprovePractice(practice, methodist, make.seen(practice)).execute()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"problem": BEFORE.replace("12", "2")}, "число"),
        ({"problem": BEFORE.replace("не видит", "видит")}, "отрицание"),
        ({"problem": f"{BEFORE} {' вот' * (MOST_WORDS + 1)}"}, "слов"),
        ({"year": 2021}, "не только написание"),
        ({"licence": "cc-by-sa"}, "не только написание"),
        ({"search_description": "Другие слова"}, "не только написание"),
        ({"gate_reason": "Другие слова"}, "не только написание"),
        ({}, "ничего не изменилось"),
    ],
)
def test_a_change_of_meaning_goes_the_long_way(practice, methodist, changes, why):
    practice = drafted(practice, methodist, **changes)
    with pytest.raises(ReviewRefused, match=why):
        SendCorrection(practice, methodist).execute()
    assert standing(PracticePage.objects.get(pk=practice.pk)).state == State.PUBLISHED


def test_a_changed_indicator_is_no_correction(practice, methodist):
    draft = PracticePage.objects.get(pk=practice.pk)
    row = draft.indicators.first()
    row.name = f"{row.name} иначе"
    draft.indicators.add(row)
    assert too_much(PracticePage.objects.get(pk=practice.pk), draft) == ""
    draft.indicators.remove(row)
    assert "не только написание" in too_much(PracticePage.objects.get(pk=practice.pk), draft)


def test_who_decides_is_shown_every_word_that_a_correction_may_change(practice):
    live = PracticePage.objects.get(pk=practice.pk)
    figures = {"planned": Decimal(1), "actual": Decimal(1)}
    live.indicators.add(PracticeIndicator(name="Уроки", source="журнал", sort_order=1, **figures))
    live.materials.add(PracticeMaterial(title="Лист"))
    live.grounds.add(PracticeGround(words="Приказ"))
    before = live.to_json()
    corrected = 0
    rows = [getattr(live, relation.get_accessor_name()) for relation in get_all_child_relations(PracticePage)]
    for thing in [live, *(row for related in rows for row in related.all())]:
        for field in thing._meta.get_fields():
            if not isinstance(field, (models.CharField, models.TextField)):
                continue
            said = getattr(thing, field.name)
            setattr(thing, field.name, f"{said} слово")
            edition = PracticePage.from_json(before)
            if too_much(edition, live) == "":
                corrected += 1
                assert differences(edition, live), field
            setattr(thing, field.name, said)
    assert corrected >= 15


def test_commas_are_free_and_words_are_counted():
    before, after = PracticePage(aim="Слово слово."), PracticePage(aim="Слово, слово – вот.")
    assert too_much(before, after) == ""
    long = PracticePage(aim="Слово слово. " + "вот " * (MOST_WORDS + 1))
    assert str(MOST_WORDS + 1) in too_much(before, long)


def test_a_draft_that_was_never_on_the_site_has_no_short_way(municipality, methodist):
    with pytest.raises(ReviewRefused, match="опубликованной"):
        SendCorrection(make.practice_draft(municipality, methodist), methodist).execute()


def test_a_region_without_the_short_way_says_so(practice, methodist):
    ReviewPolicy.objects.update(corrections=None)
    practice = drafted(practice, methodist, problem=BEFORE.replace("педогог", "педагог"))
    with pytest.raises(ReviewRefused, match="не настроил"):
        SendCorrection(practice, methodist).execute()


def test_the_difference_is_shown_before_and_to_who_decides(practice, methodist, municipality, signed_in):
    practice = drafted(practice, methodist, problem=BEFORE.replace("педогог", "педагог"))
    author = signed_in(methodist)
    review, correct = (reverse(name, args=[practice.pk]) for name in ("practice_review", "practice_correct"))
    assert correct in author.get(review).content.decode()
    page = author.get(correct).content.decode()
    assert "педогог" in page and "<ins>" in page
    author.post(correct)
    reader = signed_in(appointed(Role.METHODIST, municipality)).get(review).content.decode()
    assert "Редакторская правка: что изменится на сайте" in reader and "<del>" in reader


def test_a_changed_short_word_stands_under_its_own_name():
    before, after = PracticePage(title="Название", lead="Кратко"), PracticePage(title="Название", lead="Коротко")
    assert [change.title for change in differences(before, after)] == ["Коротко"]
    both = PracticePage(title="Другое", lead="Коротко")
    assert [change.title for change in differences(before, both)] == ["Название", "Коротко"]


def test_who_sent_a_correction_reads_what_becomes_of_it_and_who_decides_what_the_decision_does(
    practice, methodist, municipality, signed_in
):
    practice = drafted(practice, methodist, problem=BEFORE.replace("педогог", "педагог"))
    SendCorrection(practice, methodist).execute()
    address = reverse("practice_review", args=[practice.pk])
    own = signed_in(methodist).get(address).content.decode()
    assert "Решает муниципалитет" in own and "Ваше решение" not in own
    deciding = signed_in(appointed(Role.METHODIST, municipality)).get(address).content.decode()
    assert "Ваше решение опубликует" in deciding and "делать ничего не нужно" not in deciding
