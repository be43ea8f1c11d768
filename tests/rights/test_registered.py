"""The matrix of rights is one: registered by the rooms and shown on one page; ``cms`` names no kind of theirs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from wagtail.permissions import policy_registry

from bestpractices.review.grants import PRACTICE, Act
from cms.accounts.enums import Role
from cms.accounts.grants import Grants, Keeper, Scope, grants
from cms.accounts.policies import RegionPermissionPolicy, TerritoryPermissionPolicy
from cms.glossary.models import GlossaryTerm
from mentoring.bank.models import Mentor

ROOT = Path(settings.BASE_DIR)
UPPER = ("mentoring", "bestpractices", "search")
#: The composition root may name everything.
ROOTS = {ROOT / "cms" / "urls.py", *(ROOT / "cms" / "settings").glob("*.py")}


def test_the_page_shows_what_the_rooms_registered():
    told = StringIO()
    call_command("list_rights", stdout=told)
    page = (ROOT / "docs" / "rights.md").read_text()
    assert page == told.getvalue(), "run: manage.py list_rights > docs/rights.md"


def test_every_kind_exists_and_is_answered_for_by_the_policy_of_its_row():
    for row in grants:
        model = apps.get_model(row.kind)
        policy = policy_registry.get_by_type(model)
        if row.keeper is Keeper.POLICY:
            kind = TerritoryPermissionPolicy if hasattr(model, "territory_path") else RegionPermissionPolicy
            assert type(policy) is kind, row
        else:
            assert not isinstance(policy, TerritoryPermissionPolicy), row


def test_every_module_of_rights_is_loaded_at_the_start():
    packages = ("cms", *UPPER)
    files = [
        file for package in packages for file in (ROOT / package).rglob("*rights.py") if "management" not in file.parts
    ]
    modules = {".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files}
    started = "import django; django.setup(); import sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", started], cwd=ROOT, capture_output=True, text=True, check=True)
    assert modules
    assert modules - set(loaded.stdout.split()) == set()


def test_a_policy_of_ours_has_rows():
    ours = {
        model
        for model in apps.get_models()
        if isinstance(policy_registry.get_by_type(model), TerritoryPermissionPolicy)
    }
    assert {model._meta.label_lower for model in ours} == {row.kind for row in grants if row.keeper is Keeper.POLICY}


def test_each_room_registers_its_own_kinds():
    """The rows of a kind stand in the package that owns it: without the package there are none."""
    registered = {row.kind for row in grants if row.keeper is not Keeper.GROUPS}
    for package in UPPER:
        kinds = {kind for kind in registered if apps.get_model(kind).__module__.startswith(f"{package}.")}
        assert kinds, package
        called = "".join(path.read_text() for path in (ROOT / package).rglob("*rights.py"))
        called += "".join(path.read_text() for path in (ROOT / package).rglob("grants.py"))
        assert not [kind for kind in kinds if apps.get_model(kind).__name__ not in called]


def test_scopes_follow_from_the_role_and_the_kind():
    assert {row.scope for row in grants.of(Role.COORDINATOR, "mentoring.mentor")} == {Scope.PLACE}
    assert {row.scope for row in grants.of(Role.COORDINATOR, "mentoring.bankquestion")} == {Scope.REGION}
    assert {row.scope for row in grants.of(Role.REGIONAL_CENTRE, "mentoring.mentor")} == {Scope.REGION}
    assert {row.scope for row in grants.of(Role.EXPERT, PRACTICE)} == {Scope.OTHER}


def test_nobody_may_publish_a_practice_and_every_other_act_has_somebody():
    told = {verb for row in grants.of_kind(PRACTICE) for verb in row.verbs}
    assert told == set(Act) - {Act.PUBLISH}


def test_a_kind_is_registered_once():
    rows = Grants()
    rows.register(Mentor, {Role.EDITOR: {"view"}})
    rows.register(GlossaryTerm, {Role.EDITOR: {"view"}})
    with pytest.raises(ValueError, match="already"):
        rows.register(Mentor, {Role.EDITOR: {"add"}})


def test_cms_names_nothing_of_the_packages_above():
    """Neither by import (the linter's part) nor in a string, docstrings included: a label, a module or a model."""
    configs = [config for config in apps.get_app_configs() if config.name in UPPER]
    labels = "|".join(sorted({*UPPER, *(config.label for config in configs)} - {"search"}))
    own = {model.__name__ for model in apps.get_app_config("cms").get_models()}
    above = {model.__name__ for config in configs for model in config.get_models()} - own
    # A name of one word («Answer», «Look») means other things too; of two words it is the model.
    models = "|".join(sorted(name for name in above if re.search(r"[a-z][A-Z]", name)))
    named = re.compile(rf"\b(?:{labels})\b(?:\.\w|$)|\b(?:{models})\b")
    found = [
        f"{path.relative_to(ROOT)}:{line} {match.group()}"
        for path in sorted((ROOT / "cms").rglob("*.py"))
        if path not in ROOTS
        for line, text in _words(path)
        if (match := named.search(text))
    ]
    assert found == []


def _words(path: Path) -> Iterator[tuple[int, str]]:
    """Every string and every name of a module, with its line."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id
