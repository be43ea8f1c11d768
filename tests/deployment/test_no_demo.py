"""Production knows nothing of the invented region: no module, no command, no file in the image."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.servers import ROOT, environment

#: Everything that a process loads by and by: apps, checks, addresses, hooks of the admin, commands, background work.
LOAD_ALL = """
import json, sys
import django
django.setup()
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import get_commands, load_command_class
from django.urls import get_resolver
from wagtail import hooks
hooks.search_for_hooks()
run_checks(include_deployment_checks=True)
seen = [get_resolver()]
while seen:
    seen += getattr(seen.pop(), "url_patterns", [])
for name, app in get_commands().items():
    if app in settings.INSTALLED_APPS and app.split(".")[0] in ("cms", "mentoring", "bestpractices", "search"):
        load_command_class(app, name)
import cms.wsgi
words = {"modules": [m for m in sys.modules if "demo" in m.split(".")], "apps": list(settings.INSTALLED_APPS)}
print(json.dumps({**words, "commands": list(get_commands())}))
"""


def production(var: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A process of production."""
    own = {"SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "nastavnik.example", "SECURE": "1"}
    env = environment(var, "cms.settings.production", **own)
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=False
    )


def test_a_production_process_loads_nothing_of_the_demo(tmp_path: Path) -> None:
    done = production(tmp_path, "-c", LOAD_ALL)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["modules"] == []
    assert "demo" not in told["apps"]
    assert not {"demo", "load_demo"} & set(told["commands"])
    assert "mentoring" in told["apps"] and "rebuild_search" in told["commands"]


def test_the_command_says_where_the_demo_is(tmp_path: Path) -> None:
    done = production(tmp_path, "manage.py", "demo")
    assert done.returncode != 0
    assert "cms.settings.demo" in done.stderr and "Traceback" not in done.stderr


def test_the_image_and_the_wheel_do_not_hold_it() -> None:
    assert "demo" in (ROOT / ".dockerignore").read_text().splitlines()
    assert '"demo"' not in (ROOT / "setup.py").read_text()
