"""A link in a mail is whole, however the site's address was written down."""

import pytest

from cms.mailing.addresses import absolute, absolute_of


@pytest.mark.parametrize("site", ["https://duet.example.org", "https://duet.example.org/"])
def test_a_path_becomes_a_whole_address(settings, site):
    settings.WAGTAILADMIN_BASE_URL, settings.DUET_SITE_URL_SAID = site, True
    assert absolute("/vhod/") == "https://duet.example.org/vhod/"
    assert absolute_of("wagtailadmin_home").startswith("https://duet.example.org/")
