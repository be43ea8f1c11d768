"""compose.yaml, the image and .env.example agree with each other and with the settings; no secret stands in them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.deployment import commands
from tests.servers import ROOT

FILES = ("compose.yaml", "Dockerfile", ".env.example", "deploy/requirements.txt")
SERVERS = {"postgres", "elasticsearch"}
SITE = {"prepare", "web", "worker", "backup"}
#: Read by the settings but set by compose.yaml or the image, or left at their defaults there.
BUILT_IN = {"DUET_VAR", "DATABASE_URL", "ELASTICSEARCH_URL", "BACKGROUND", "DJANGO_SETTINGS_MODULE"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "compose.yaml").read_text())


def text(path: str) -> str:
    return (ROOT / path).read_text()


def lines(service: dict[str, Any]) -> tuple[str, ...]:
    """The commands of a service; a shell's script is one a line."""
    command = service.get("command")
    if command is None:
        image = re.search(r"^CMD (\[.*\])$", text("Dockerfile"), re.MULTILINE)
        assert image, "the image starts the web server unless told otherwise"
        return (" ".join(json.loads(image[1])),)
    if command[0] == "sh":
        return tuple(line for line in command[2].splitlines() if line.strip())
    return (" ".join(command),)


def check(service: dict[str, Any]) -> str:
    _kind, *command = service["healthcheck"]["test"]
    return " ".join(command)


def test_the_commands_are_those_that_are_tried(compose):
    services = compose["services"]

    assert lines(services["prepare"]) == commands.PREPARE
    assert lines(services["web"]) == (commands.WEB,)
    assert check(services["web"]) == commands.WEB_CHECK
    assert lines(services["worker"]) == (commands.WORKER,)
    assert check(services["worker"]) == commands.WORKER_CHECK
    assert lines(services["backup"]) == ("while true; do", *commands.BACKUP, "sleep 86400", "done")
    assert check(services["backup"]) == commands.BACKUP_CHECK
    assert {check(services[name]) for name in SERVERS} == set(commands.FOREIGN)
    assert set(services) == {*SITE, *SERVERS}, "a new service needs its row in the table"


def test_whoever_serves_is_looked_after_and_started_again(compose):
    for name, service in compose["services"].items():
        if name == "prepare":
            continue
        assert service["restart"] == "unless-stopped", name
        assert service["healthcheck"], name


def test_the_site_is_not_open_to_the_network_without_its_proxy(compose):
    ports = [port for service in compose["services"].values() for port in service.get("ports", ())]
    assert ports == ["127.0.0.1:8000:8000"]


def test_data_outlive_the_containers(compose):
    volumes = [volume for service in compose["services"].values() for volume in service["volumes"]]
    kept = {re.sub(r"\$\{\w+:-(\w+)\}", r"\1", volume).partition(":")[0] for volume in volumes}
    assert kept == set(compose["volumes"])


def test_no_container_can_fill_the_machine_or_do_more_than_it_needs(compose):
    for name, service in compose["services"].items():
        assert service["logging"]["options"].keys() == {"max-size", "max-file"}, name
        assert re.fullmatch(r"\d+[mg]", service["mem_limit"]), name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
    for name in SITE:
        assert compose["services"][name]["read_only"] is True
        assert compose["services"][name]["tmpfs"], name


def test_the_site_starts_without_its_search_server(compose):
    """The database answers meanwhile; what Elasticsearch needs of the machine is told where people look."""
    assert compose["services"]["prepare"]["depends_on"]["elasticsearch"]["condition"] == "service_started"
    assert "elasticsearch" not in compose["services"]["web"]["depends_on"]
    for path in ("compose.yaml", "docs/deployment.md"):
        assert "vm.max_map_count=1048576" in text(path), path


def test_the_worker_may_finish_before_it_is_killed(compose):
    from cms.work.worker import STOP_SECONDS

    assert float(compose["services"]["worker"]["stop_grace_period"].removesuffix("s")) > STOP_SECONDS


def test_answers_under_way_are_finished_before_the_web_server_is_killed(compose):
    from gunicorn.config import GracefulTimeout

    assert float(compose["services"]["web"]["stop_grace_period"].removesuffix("s")) > GracefulTimeout.default


def test_a_command_beside_the_site_does_not_start_its_preparation():
    """`prepare` would work on the database that a restore replaces at that moment."""
    runs = [line for line in text("docs/deployment.md").splitlines() if "docker compose run" in line]
    assert runs
    assert all("--no-deps" in line for line in runs)


def test_no_secret_stands_in_the_files(compose):
    empty = dict(line.split("=", 1) for line in text(".env.example").splitlines() if "=" in line and line[0] != "#")
    for secret in ("SECRET_KEY", "EMAIL_URL", "POSTGRES_PASSWORD", "ELASTIC_PASSWORD"):
        assert empty[secret] == "", secret
    for path in FILES:
        for name, value in re.findall(r"(\w*(?:PASSWORD|SECRET)\w*)[ \t]*[:=](?!\?)[ \t]*(\S*)", text(path)):
            assert not value or value.startswith(("${", '"${')), f"{path}: {name}"
    assert ".env" in text(".gitignore").splitlines()
    assert ".env" in text(".dockerignore").splitlines()


def test_every_variable_is_one_that_the_settings_read(compose):
    known = set(re.findall(r'env\.\w+\("(\w+)"', text("cms/settings/environment.py")))
    example = set(re.findall(r"^(\w+)=", text(".env.example"), re.MULTILINE))
    wanted = set(re.findall(r"\$\{(\w+)", text("compose.yaml")))

    own = set(compose["x-site"]["environment"])
    assert own <= known
    assert own <= BUILT_IN
    assert wanted - example == {"ELASTICSEARCH_IMAGE"}
    assert example - known - {"POSTGRES_PASSWORD", "ELASTIC_PASSWORD"} == {"BACKUPS"}


def test_the_image_brings_what_the_clusters_need():
    """The pins are those that the tests run with."""
    tested = _pins(ROOT / "tests" / "requirements.txt")
    shipped = _pins(ROOT / "deploy" / "requirements.txt")

    assert shipped.items() <= tested.items()


def _pins(path: Path) -> dict[str, str]:
    found = (re.match(r"([\w\[\]-]+)==(\S+)", line) for line in path.read_text().splitlines())
    return {match[1]: match[2] for match in found if match}
