"""What a person sees who types ``manage.py demo``."""

import socket
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from demo import serving
from demo.accounts import PASSWORD
from demo.welcome import logins, welcome
from tests.factories import MunicipalityFactory
from tests.servers import manage


@pytest.mark.parametrize("command", ["demo", "load_demo"])
def test_the_demo_refuses_other_settings(command: str) -> None:
    with pytest.raises(CommandError, match="общеизвестным паролем"):
        call_command(command)


@pytest.mark.django_db
def test_real_data_are_left_alone_in_words(settings: object) -> None:
    settings.DUET_DEMO = True  # type: ignore[attr-defined]
    MunicipalityFactory()
    with pytest.raises(CommandError, match="пустую базу"):
        call_command("load_demo", stdout=StringIO())


def test_a_taken_port_gives_the_next_free_one() -> None:
    with socket.socket() as taken:
        taken.bind((serving.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not serving.is_free(port)
        assert port < serving.free_port(port) < port + serving.TRIES


def test_the_server_listens_to_this_computer_alone(tmp_path: Path) -> None:
    command = serving.command(8123, tmp_path)
    assert command[command.index("--bind") + 1] == "127.0.0.1:8123"
    assert command[command.index("--workers") + 1] == "1"


def test_the_welcome_names_addresses_roles_and_the_password() -> None:
    text = welcome("http://127.0.0.1:8001/", "http://127.0.0.1:8001/admin/")
    assert "http://127.0.0.1:8001/admin/" in text
    assert PASSWORD in text
    for role, login, place in logins():
        assert any(role in line and login in line and place in line for line in text.splitlines())
    assert {role for role, _, _ in logins()} == {
        "учитель",
        "муниципальный координатор",
        "методист",
        "эксперт",
        "редактор",
        "региональный центр",
    }


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_first_start_prepares_everything_and_the_second_skips_it(tmp_path: Path) -> None:
    first = manage(tmp_path, "demo", "--prepare")
    assert [line for line in first.splitlines() if line[:2] in {"1/", "2/", "3/"}] == [
        "1/3 Миграции …",
        "2/3 Регион «Северореченская область» …",
        "3/3 Индекс поиска …",
    ]
    assert "5\u00a0401\u00a0наставник" in first
    second = manage(tmp_path, "demo", "--prepare")
    assert second.count("уже готово") == 3
