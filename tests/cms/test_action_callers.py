"""An action that nobody can reach is no use: each is called by a page, a hook, a job, a command or another action."""

from __future__ import annotations

import ast
from pathlib import Path

from django.conf import settings

from cms.actions import Action

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("cms", "mentoring", "bestpractices", "search")


def leaves(kind: type[Action]) -> set[type[Action]]:
    """The actions that are no base of another."""
    below = [one for one in kind.__subclasses__() if one.__module__.split(".")[0] in PACKAGES]
    return {leaf for one in below for leaf in leaves(one)} if below else {kind}


def called() -> dict[str, set[str]]:
    """Every name that a module's code uses (imports and base classes apart), with the modules that use it."""
    found: dict[str, set[str]] = {}
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            tree = ast.parse(path.read_text())
            bases = {id(base) for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases}
            for node in ast.walk(tree):
                name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
                if name and id(node) not in bases:
                    found.setdefault(name, set()).add(module)
    return found


def test_every_action_has_a_caller() -> None:
    from importlib import import_module

    for package in PACKAGES:
        for path in (ROOT / package).rglob("*action*/*.py"):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    uses = called()
    actions = leaves(Action)
    assert len(actions) > 60
    assert sorted(action.__qualname__ for action in actions if not uses.get(action.__name__)) == []
