"""What every process loads before it does anything."""

import subprocess
import sys

import pytest

from tests.servers import ROOT

#: The checks make every form of the admin, as a server does for its first request.
STARTED = """
import django
django.setup()
from django.core import checks
checks.run_checks()
from cms.morphology import analyser
import sys
print([name for name in ("docx", "icalendar", "openpyxl", "pypdf", "reportlab") if name in sys.modules])
print(analyser.cache_info().currsize)
"""
COMMAND = """
import sys
import manage
sys.argv = ["manage.py", "shell", "--no-imports", "-v0", "-c", "import gc; print(gc.isenabled())"]
manage.main()
"""
SERVER = """
import gc, os
os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.demo"
import cms.wsgi
print(gc.isenabled())
"""


def test_no_process_starts_with_the_dictionary_or_with_writers_of_files() -> None:
    done = subprocess.run([sys.executable, "-c", STARTED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-2:] == ["[]", "0"]


@pytest.mark.parametrize("program", [COMMAND, SERVER])
def test_garbage_is_collected_again_after_the_start(program: str) -> None:
    """The collector rests while modules and models are made, and only then."""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True"
