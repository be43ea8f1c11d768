"""How the web server runs, in the demo and in production: ``gunicorn -c python:cms.gunicorn cms.wsgi``."""

import os
from pathlib import Path
from typing import Any

from cms.settings.environment import VAR

#: Where the processes of this server add up what they count for `/metrics/`; set before any of them imports the site.
FIGURES = Path(os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(VAR / "metrics")))
FIGURES.mkdir(parents=True, exist_ok=True)

#: A pasted address of any length gets a page of ours, not the server's bare refusal; the search cuts it to size.
limit_request_line = 0
#: Slow readers do not hold a process: threads wait for them.
worker_class = "gthread"
threads = 4
timeout = 60
#: Nothing administers the server from outside, and nothing is written to the user's home.
control_socket_disable = True


def on_starting(server: Any) -> None:
    """Figures begin anew with the server."""
    for file in FIGURES.glob("*.db"):
        file.unlink(missing_ok=True)


def child_exit(server: Any, worker: Any) -> None:
    """What a process counted stays, what it was does not."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)


def pre_fork(server: Any, worker: Any) -> None:
    """No connection is carried over a fork: with ``--preload`` the first process may have opened one."""
    from django.db import connections

    connections.close_all()


def post_worker_init(worker: Any) -> None:
    """The first visitor waits for nothing; a small site does its background work here, a larger one in a worker."""
    from cms.warming import warm_up
    from cms.work.inside import start_inside

    warm_up()
    start_inside()
