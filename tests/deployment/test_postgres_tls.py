"""PostgreSQL behind TLS and a password, as docs/deployment.md sets it up: DATABASE_URL says it all."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from environ import Env

from tests.certificates import Certificates, certificates
from tests.servers import free_port, require

PASSWORD = "kept-in-env"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def server(made: Certificates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that lets nobody in without TLS and the password; gives its host, port and database."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    require(bool(found), "no PostgreSQL programs in /usr/lib/postgresql")
    programs, home, port = found[-1].parent, tmp_path_factory.mktemp("postgres"), free_port()
    secret = home / "password"
    secret.write_text(PASSWORD)
    for file in (made.certificate, made.key):
        shutil.copy(file, home / file.name)
    for folder in (home, *list(home.parents)[:3]):
        folder.chmod(0o755)
    _own(home)
    _postgres(programs / "initdb", "-D", home / "data", "-U", "duet", "-A", "scram-sha-256", f"--pwfile={secret}")
    rules = "hostssl all all 127.0.0.1/32 scram-sha-256\n"
    (home / "data" / "pg_hba.conf").write_text(rules)
    options = (
        f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off -c ssl=on "
        f"-c ssl_cert_file={home / 'server.crt'} -c ssl_key_file={home / 'server.key'}"
    )
    control = [programs / "pg_ctl", "-D", home / "data", "-w"]
    _postgres(*control, "-l", home / "log", "-o", options, "start")
    yield f"localhost:{port}/postgres"
    _postgres(*control, "-m", "immediate", "stop")


def _postgres(*command: object) -> None:
    """Run a program of PostgreSQL, which refuses to be root."""
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_user, *map(str, command)], check=True, stdout=subprocess.DEVNULL, timeout=120)


def _own(home: Path) -> None:
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "postgres", str(home)], check=True, timeout=30)


def connected(url: str) -> tuple[bool, str]:
    """Whether the connection that the settings make of DATABASE_URL is encrypted, and by which version."""
    import psycopg

    config = Env.db_url_config(url)
    with (
        psycopg.connect(
            host=config["HOST"],
            port=config["PORT"],
            user=config["USER"],
            password=config["PASSWORD"],
            dbname=config["NAME"],
            connect_timeout=10,
            **config.get("OPTIONS", {}),
        ) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        return cursor.fetchone()


@pytest.mark.slow
def test_the_right_authority_and_password_are_let_in(server, made):
    url = f"postgres://duet:{PASSWORD}@{server}?sslmode=verify-full&sslrootcert={made.authority}"

    encrypted, version = connected(url)

    assert encrypted
    assert version in {"TLSv1.2", "TLSv1.3"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("user", "options"),
    [("duet:wrong", "sslmode=require"), (f"duet:{PASSWORD}", "sslmode=disable")],
)
def test_nobody_else_is(server, user, options):
    import psycopg

    with pytest.raises(psycopg.OperationalError):
        connected(f"postgres://{user}@{server}?{options}")


@pytest.mark.slow
def test_a_stranger_with_a_certificate_of_its_own_is_noticed(server, tmp_path):
    import psycopg

    other = certificates(tmp_path / "other")
    with pytest.raises(psycopg.OperationalError, match="certificate verify failed"):
        connected(f"postgres://duet:{PASSWORD}@{server}?sslmode=verify-full&sslrootcert={other.authority}")
