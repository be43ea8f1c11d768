"""docs/extension.md, followed word by word: the wheel in a fresh project of `wagtail start`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cms.version import VERSION
from tests.servers import ROOT

GUIDE = (ROOT / "docs" / "extension.md").read_text()
PACKAGES = ("cms", "mentoring", "bestpractices", "search")
BESIDE = ("templates", "static", "docs/guide", "docs/screenshots")
PROGRAMS = Path(sys.executable).parent

#: A bank as a school sends it.
BANK = """ФИО педагога;Район;Организация;Предмет
Иванова Елена Андреевна;Ключевской район;МБОУ СОШ № 3;математика
Петров Олег Ильич;Ключевской район;МБОУ СОШ № 3;физика
"""
REGION = """
from cms.territories.models import Region
Region.objects.create(code="oblast", name="Область", name_genitive="области", centre_name="Центр")
"""
#: What the new project shows, to a visitor and in the admin; answers go out as JSON.
WALK = """
import json
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

site = Site.objects.get()
told = {"root": site.root_page.specific._meta.label}
told["titles"] = list(Page.objects.filter(depth=2).values_list("title", flat=True))
visitor, boss = Client(), Client()
boss.force_login(User.objects.create_superuser("boss", "boss@example.org", "x"))
host = {"host": site.hostname}

def page(client, path):
    answer = client.get(path, headers=host)
    return [answer.status_code, answer.content.decode()]

told["found"] = page(visitor, "/nastavniki/?q=математика")
told["suggested"] = page(visitor, "/nastavniki/?q=математека")
told["home"] = page(visitor, "/")
told["site search"] = page(visitor, "/poisk/?q=новости")
told["own search"] = page(visitor, "/search/?query=home")
told["api"] = page(visitor, "/api/v1/mentors")
told["register"] = page(boss, "/admin/")
kinds = [kind for kind in apps.get_models() if issubclass(kind, Page) and kind is not Page and kind.is_creatable]
told["forms"], told["pages"] = {}, {}
for kind in kinds:
    for parent in Page.objects.filter(depth__gt=1).specific():
        if kind in parent.creatable_subpage_models():
            address = reverse("wagtailadmin_pages:add", args=[kind._meta.app_label, kind._meta.model_name, parent.pk])
            told["forms"][kind._meta.label] = boss.get(address, headers=host).status_code
            break
for one in Page.objects.filter(depth__gt=1, live=True).specific():
    told["pages"][one.url] = visitor.get(one.get_url(), headers=host).status_code
print("TOLD" + json.dumps(told))
"""


def tree() -> set[str]:
    """Every file that the wheel has to bring, by its place there."""
    found = {path for name in (*PACKAGES, *BESIDE) for path in (ROOT / name).rglob("*") if path.is_file()}
    return {
        re.sub(r"^(templates|static|docs)/", r"cms/\1/", path.relative_to(ROOT).as_posix())
        for path in found
        if "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy: the build leaves its traces beside the sources."""
    source, target = tmp_path_factory.mktemp("source") / "duet", tmp_path_factory.mktemp("wheel")
    skipped = shutil.ignore_patterns(".git", ".venv", "var", "tests", "__pycache__", "build", "*.egg-info", ".*_cache")
    shutil.copytree(ROOT, source, ignore=skipped)
    command = [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--no-build-isolation", "--wheel-dir", target]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return target / f"duet-{VERSION}-py3-none-any.whl"


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's packages; libraries are those of the tests."""
    target = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", GUIDE, re.DOTALL)


def run(command: str, project: Path, installed: Path) -> str:
    env = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "DUET_", "DATABASE_"))}
    path = f"{PROGRAMS}{os.pathsep}{env['PATH']}"
    more = {"PYTHONPATH": str(installed), "PATH": path, "LOG_LEVEL": "ERROR", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["sh", "-ec", command],
        cwd=project,
        env={**env, **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def follow(project: Path, installed: Path) -> None:
    """Do what the page says: rename, write the files, run the commands."""
    rename, first_steps = blocks("sh")
    run(rename, project, installed)
    for block in blocks("python"):
        named, words = block.split("\n", 1)
        file = project / named.removeprefix("# ").removesuffix(", at its end")
        file.write_text(file.read_text() + words if named.endswith("at its end") else words)
    run(first_steps, project, installed)


@pytest.mark.slow
def test_the_wheel_brings_templates_static_files_and_migrations(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        facts = archive.read(f"duet-{VERSION}.dist-info/METADATA").decode()
    assert tree() - names == set()
    assert {name for name in names if ".dist-info/" not in name} - tree() == set()
    assert {"cms/templates/base.html", "cms/static/css/base.css", "cms/migrations/0002_first_pages.py"} <= names
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        if "==" in line:
            name, version = line.split("#")[0].strip().split("==")
            assert f"Requires-Dist: {name}~={version}" in facts


@pytest.mark.slow
def test_a_fresh_project_has_the_bank_its_search_and_the_kinds_of_pages(installed: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    run("wagtail start mysite .", project, installed)
    follow(project, installed)
    (project / "bank.csv").write_text(BANK)
    imported = 'import_mentor_bank bank.csv --create-places --consent-holder "МБУ ЦРО" --consent-since 2026-09-01'
    (project / "region.py").write_text(REGION)
    run('python manage.py shell --no-imports -v0 -c "$(cat region.py)"', project, installed)
    run(f"python manage.py {imported}", project, installed)
    (project / "walk.py").write_text(WALK)
    said = run('python manage.py shell --no-imports -v0 -c "$(cat walk.py)"', project, installed)
    told = json.loads(said.partition("TOLD")[2])

    assert (told["root"], told["titles"]) == ("home.HomePage", ["Home"]), "the project's own first page stays"
    assert told["found"][0] == 200
    assert "Иванова" in told["found"][1]
    assert "Петров" not in told["found"][1]
    assert "Иванова" in told["suggested"][1], "a typing error is mended"
    assert json.loads(told["api"][1])["total"] == 2
    for name in ("home", "site search", "own search", "register"):
        assert told[name][0] == 200, name
    assert {"cms.NewsPage", "cms.EventPage", "cms.ActPage", "mentoring.ProgrammePage"} <= told["forms"].keys()
    assert told["forms"].pop("bestpractices.PracticePage") == 302, "a practice begins in the branch of a municipality"
    assert set(told["forms"].values()) == {200}
    assert len(told["pages"]) >= 6
    assert set(told["pages"].values()) == {200}
    assert not (installed / "var").exists(), "nothing is written beside the packages"
