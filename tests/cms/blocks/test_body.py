"""What editors write comes out as pages that everybody can read."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.urls import reverse
from wagtail.blocks import StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from cms.blocks.body import BodyBlocks
from cms.blocks.video import VideoAddressBlock
from tests.factories import MentorFactory

pytestmark = pytest.mark.django_db
BODY = BodyBlocks()


def stream(kind: str, value: Any) -> StreamValue:
    return BODY.to_python([{"type": kind, "value": value}])


def printed(kind: str, value: Any) -> str:
    template = Template("{% load duet %}{% body blocks %}")
    return template.render(Context({"blocks": stream(kind, value)}))


@pytest.fixture
def image(settings, tmp_path) -> Image:
    settings.MEDIA_ROOT = tmp_path
    return Image.objects.create(title="img_4711", file=get_test_image_file(size=(640, 480)))


def test_a_picture_needs_words_that_say_what_is_seen(image: Image) -> None:
    words = {"image": image.pk, "alt": "Две учительницы разбирают тетради", "caption": "Ноябрь"}
    shown = printed("picture", words)
    assert 'alt="Две учительницы разбирают тетради"' in shown
    assert "<figcaption>Ноябрь" in shown
    assert "На картинке: Две учительницы" in " ".join(shown.split())
    for alt in ("", "img_4711.JPG", "Фото"):
        with pytest.raises(StreamBlockValidationError):
            BODY.clean(stream("picture", {**words, "alt": alt}))
    BODY.clean(stream("picture", words))


def test_a_person_is_shown_only_with_a_consent() -> None:
    person = {"name": "Вера Лосева", "role": "куратор", "phone": "8 (000) 000-00-00", "consented": True}
    assert "Вера Лосева" in printed("people", {"items": [person]})
    hidden = printed("people", {"items": [{**person, "consented": False}]})
    assert "Лосева" not in hidden
    assert "000-00-00" not in hidden


def test_a_person_without_a_consent_is_neither_found_nor_handed_out() -> None:
    people = [
        {"name": f"Человек {consent}", "role": "куратор", "consented": consent == "да"} for consent in ("да", "нет")
    ]
    value = stream("people", {"items": people})
    assert "Человек нет" not in " ".join(BODY.get_searchable_content(value))
    assert "Человек да" in " ".join(BODY.get_searchable_content(value))
    assert "Человек нет" not in str(BODY.get_api_representation(value))


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://rutube.ru/video/0123456789abcdef0123456789abcdef/", "https://rutube.ru/play/embed/"),
        ("https://vk.com/video-123_456", "https://vk.com/video_ext.php?oid=-123&amp;id=456"),
        ("https://vkvideo.ru/video-123_456", "https://vkvideo.ru/video_ext.php?oid=-123&amp;id=456"),
        ("https://ok.ru/video/123", "https://ok.ru/videoembed/123"),
    ],
)
def test_a_video_is_a_link_that_knows_its_player(address: str, player: str) -> None:
    shown = printed("video", {"address": address, "title": "Открытый урок", "transcript": ""})
    assert f'href="{address}"' in shown
    assert f'data-player="{player}' in shown
    assert "<iframe" not in shown


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=1",
        "https://rutube.ru.evil.example/video/0123456789abcdef0123456789abcdef/",
        "https://vk.com@evil.example/video-1_2",
        'https://vk.com/video-1_2"onload="alert(1)',
        "javascript:alert(1)",
        "https://[vk.com/video-1_2",
    ],
)
def test_other_sites_are_refused_in_words(address: str) -> None:
    with pytest.raises(ValidationError):
        VideoAddressBlock().clean(address)
    assert "data-player" not in printed("video", {"address": address, "title": "Ролик", "transcript": ""})


def test_a_table_keeps_its_headings_on_a_phone_and_its_figures_right() -> None:
    table = {
        "columns": [{"type": "text", "heading": "Школа"}, {"type": "number", "heading": "Пар"}],
        "rows": [{"values": ["Ракитинская", "1250.5"]}],
        "caption": "",
    }
    shown = " ".join(printed("table", {"title": "Пары", "table": table, "first_is_heading": True}).split())
    assert '<th scope="row">Ракитинская</th>' in shown
    assert '<td class="num" data-l="Пар">1 250,5</td>' in shown
    assert "<caption>Пары</caption>" in shown


def test_documents_say_their_kind_and_size(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    document = Document.objects.create(title="Положение", file=get_test_image_file("p.pdf"))
    shown = printed("documents", {"title": "", "items": [{"document": document.pk, "note": ""}]})
    assert "Положение" in shown
    assert "PDF" in shown
    document.delete()
    assert "Положение" not in printed("documents", {"title": "", "items": [{"document": document.pk, "note": ""}]})


def test_every_block_is_previewed_in_the_admin(signed_in, superuser) -> None:
    client = signed_in(superuser)
    for block in BODY.child_blocks.values():
        if block.is_previewable:
            response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
            assert response.status_code == 200, block.name
            assert "css/site.css" in response.content.decode()


def test_scripts_in_words_stay_words() -> None:
    bad = "<script>alert(1)</script>"
    values = {
        "quote": {"text": bad, "author": bad, "role": bad, "voice": ""},
        "numbers": {"items": [{"figure": "1", "words": bad, "note": bad, "voice": ""}]},
        "timeline": {"items": [{"when": bad, "title": bad, "text": ""}]},
        "steps": {"items": [{"title": bad, "text": ""}]},
        "accordion": {"items": [{"question": bad, "answer": ""}]},
        "people": {"items": [{"name": bad, "role": bad, "about": bad, "phone": bad, "consented": True}]},
        "video": {"address": "https://ok.ru/video/1", "title": bad, "length": bad, "transcript": ""},
    }
    for kind, value in values.items():
        assert bad not in printed(kind, value), kind


def test_kept_mentors_are_found_anew(municipality) -> None:
    value = {"title": "Все наставники", "address": "https://other.example/nastavniki/?district=klyuchi", "number": "3"}
    assert "Все наставники" not in printed("mentors", value)

    MentorFactory(municipality=municipality, last_name="Сорокина", public=True)

    shown = printed("mentors", value)
    assert "Сорокина" in shown
    assert 'href="/nastavniki/?district=klyuchi"' in shown
    assert "Все 1 наставник" in shown.replace("\xa0", " ")


def test_an_address_that_is_no_search_is_refused_in_words() -> None:
    with pytest.raises(StreamBlockValidationError):
        BODY.clean(stream("mentors", {"title": "Ой", "address": "https://example.org/", "number": "3"}))
    assert "Ой" not in printed("mentors", {"title": "Ой", "address": "/admin/", "number": "3"})
