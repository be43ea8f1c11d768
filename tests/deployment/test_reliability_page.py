"""What docs/reliability.md promises is shown by tests that exist."""

import re
from pathlib import Path

from tests.servers import ROOT

PAGE = ROOT / "docs" / "reliability.md"


def test_every_test_that_is_named_exists() -> None:
    folder, named = Path(), 0
    for name in re.findall(r"`((?:tests/[\w/]+/)?test_\w+\.py)`", PAGE.read_text(encoding="utf-8")):
        folder = Path(name).parent if "/" in name else folder  # a bare name stands in the folder of the one before it
        assert (ROOT / folder / Path(name).name).exists(), name
        named += 1
    assert named >= 12
