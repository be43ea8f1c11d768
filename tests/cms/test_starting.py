"""What every process loads before it does anything."""

import subprocess
import sys

from tests.servers import ROOT

#: The checks make every form of the admin, as a server does for its first request.
STARTED = """
import django
django.setup()
from django.core import checks
checks.run_checks()
from cms.morphology import analyser
print(analyser.cache_info().currsize)
"""


def test_no_process_starts_with_the_dictionary() -> None:
    done = subprocess.run([sys.executable, "-c", STARTED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
