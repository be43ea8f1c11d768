"""A project that takes over the packages hears of every setting that is missing, with the line to add."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site

from cms.settings import checks
from tests.servers import ROOT

ROOMS = ("cms", "mentoring", "bestpractices", "search", "demo")
#: Read with a value of its own where it is missing, or only where a search cluster is chosen.
OPTIONAL = {"DUET_SEARCH_SERVER", "DUET_SEARCH_ENGINE", "MENTOR_IMPORT_LIMITS"}


def test_our_own_settings_lack_nothing() -> None:
    assert [*checks.needed_settings(), *checks.needed_entries()] == []


@pytest.mark.parametrize("name", checks.NEEDED)
def test_a_missing_setting_is_named_with_its_line(settings: Any, name: str) -> None:
    delattr(settings, name)
    found = checks.needed_settings()
    assert [one.id for one in found] == ["duet.E002"], "django-axes puts None where nothing is set"
    assert name in found[0].msg
    assert checks.NEEDED[name] in (found[0].hint or "")


def test_every_line_that_is_told_is_python_and_sets_what_it_says() -> None:
    known: dict[str, Any] = {"BASE_DIR": Path("/srv/site")}
    exec("from datetime import timedelta", known)
    for name, line in checks.NEEDED.items():
        exec(line, known)
        assert name in known


def test_every_setting_of_ours_that_is_read_is_asked_for() -> None:
    read = {
        name
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if "settings" not in path.parts
        for name in re.findall(r"\bsettings(?:\.|, \")((?:DUET|MENTOR|ADMIN)_[A-Z_]+)", path.read_text())
    }
    assert read - OPTIONAL == {name for name in checks.NEEDED if name.startswith(("DUET", "MENTOR", "ADMIN"))}


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("MIDDLEWARE", "cms.accounts.quick_approval.ApproveWhereItIsReadMiddleware"),
        ("AUTHENTICATION_BACKENDS", "cms.accounts.backends.AppointmentBackend"),
        ("INSTALLED_APPS", "django_tasks_db"),
    ],
)
def test_a_missing_entry_is_named(monkeypatch: pytest.MonkeyPatch, name: str, entry: str) -> None:
    monkeypatch.setattr(site, name, [one for one in getattr(site, name) if one != entry])
    found = checks.needed_entries()
    assert [one.id for one in found] == ["duet.E004"]
    assert entry in (found[0].hint or "")


def test_templates_tasks_order_and_values_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "TEMPLATES", site.TEMPLATES[:1])
    monkeypatch.setattr(site, "TASKS", {})
    monkeypatch.setattr(
        site, "INSTALLED_APPS", ["wagtail.admin", *(one for one in site.INSTALLED_APPS if one != "wagtail.admin")]
    )
    monkeypatch.setattr(site, "WAGTAIL_FINISH_WORKFLOW_ACTION", "somebody.elses.action")
    assert sorted(one.id or "" for one in checks.needed_entries()) == ["duet.E002", "duet.E004", "duet.E005"]
    assert [one.id for one in checks.needed_settings()] == ["duet.E003"]


def test_a_project_without_any_of_them_hears_of_all_and_meets_no_error_of_python(tmp_path: Path) -> None:
    (tmp_path / "bare.py").write_text(
        "from cms.settings.defaults import *\n"
        f"for _name in {sorted({*checks.NEEDED} - {'DUET_VAR'})!r}:\n    del globals()[_name]\n"
    )
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    env = {**os.environ, "DUET_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "bare", "PYTHONPATH": path}
    command = [sys.executable, "-m", "django", "check"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name, line in checks.NEEDED.items():
        assert name == "DUET_VAR" or line in done.stderr, name
