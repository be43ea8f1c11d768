"""A log line never holds a whole token."""

import logging

from cms.personal_links.masking import MaskPersonalLinks
from cms.personal_links.tokens import new_token


def line(message, *args):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
    assert MaskPersonalLinks().filter(record)
    return record.getMessage()


def test_a_token_is_cut_short_wherever_it_stands():
    token = new_token()
    assert line("%s: %s", "Gone", f"/duety/otvety/{token}/") == f"Gone: /duety/otvety/{token[:6]}…/"
    assert token not in line(f"path /{token}")


def test_other_lines_stay_as_they_are():
    assert line("%s: %s", "Not Found", "/net-takoy/") == "Not Found: /net-takoy/"


def test_the_settings_put_the_mask_on_the_console(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["personal links"]
