"""What robots are asked to read and to leave alone."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_robots_find_the_sitemap_of_the_host_and_leave_questions_alone(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert {"Disallow: /admin/", "Disallow: /razgovor/", "Disallow: /*?"} <= set(lines)
    assert "Disallow: /" not in lines
