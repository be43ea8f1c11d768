"""The invented region, built once for the folder."""

from datetime import date

import pytest

from demo.region import build_region
from demo.shapes import DemoRegion

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def demo() -> DemoRegion:
    return build_region(TODAY)
