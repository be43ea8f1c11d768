"""Pictures of the storage for browsers: the sizes that pages show, and nothing that lies beside them."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories import news, open_branch
from tests.factories.yearbooks import picture_in

pytestmark = pytest.mark.django_db


def test_a_size_of_a_picture_is_handed_out_and_its_original_is_not(client, municipality, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    open_branch(municipality)
    image = picture_in(municipality)
    size = image.get_rendition("max-100x100")
    news(municipality, cover=image, cover_alt="Стол")
    response = client.get(size.url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert b"".join(response.streaming_content).startswith(b"\x89PNG")
    assert client.get(f"/media/{image.file.name}").status_code == 404


@pytest.mark.parametrize(
    "name", ["nothing.png", "../programmes/results/2026/mentors.xlsx", "%2e%2e/secret.txt", "/etc/passwd"]
)
def test_nothing_else_of_the_storage_is_handed_out(client, settings, tmp_path, name):
    settings.MEDIA_ROOT = tmp_path
    default_storage.save("programmes/results/2026/mentors.xlsx", ContentFile(b"names"))
    default_storage.save("secret.txt", ContentFile(b"secret"))
    assert client.get(f"/media/images/{name}").status_code == 404
    assert client.get("/media/images/a%00.png").status_code == 400
