from collections.abc import Iterator

import pytest
from wagtail.models import Site


@pytest.fixture(autouse=True)
def forget_hosts() -> Iterator[None]:
    """Wagtail keeps the roots of sites in a cache, which a test's rollback does not undo."""
    yield
    Site.clear_site_root_paths_cache()
