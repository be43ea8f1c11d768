"""Links in the words of a copy are read like those of any other text."""

from __future__ import annotations

import pytest

from cms.links.gathering import gather_links
from cms.links.models import LinkPlace
from cms.links.overview import standing

pytestmark = pytest.mark.django_db


def test_links_in_the_words_of_a_copy_are_checked_where_the_copy_stands(source, take, regional_centre):
    source.aim = "Запись семинара: https://video.example/seminar"
    source.save_revision().publish()
    copy = take(source).page

    gather_links()

    places = LinkPlace.objects.filter(link__address="https://video.example/seminar")
    assert {place.thing_id for place in places} == {source.pk, copy.pk}
    place = places.get(thing_id=copy.pk)
    where = standing([place], regional_centre)[place.pk]
    assert (where.title, where.field) == ("Программа школы из Ключей", "слова источника")
    assert where.address.endswith(f"/pages/{copy.pk}/edit/")
    # Where it came from is kept by the site itself and is nobody's to mend.
    assert set(LinkPlace.objects.filter(thing_id=copy.pk)) == {place}


def test_a_withdrawn_copy_holds_no_links(source, take):
    source.aim = "Запись семинара: https://video.example/seminar"
    source.save_revision().publish()
    record = take(source)
    record.content = {}
    record.save()

    gather_links()

    assert not LinkPlace.objects.filter(thing_id=record.page_id).exists()
