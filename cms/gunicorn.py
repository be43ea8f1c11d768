"""How the web server runs, in the demo and in production: ``gunicorn -c python:cms.gunicorn cms.wsgi``."""

from typing import Any

#: A pasted address of any length gets a page of ours, not the server's bare refusal; the search cuts it to size.
limit_request_line = 0
#: Slow readers do not hold a process: threads wait for them.
worker_class = "gthread"
threads = 4
timeout = 60
#: Nothing administers the server from outside, and nothing is written to the user's home.
control_socket_disable = True


def pre_fork(server: Any, worker: Any) -> None:
    """No connection is carried over a fork: with ``--preload`` the first process may have opened one."""
    from django.db import connections

    connections.close_all()


def post_worker_init(worker: Any) -> None:
    """A small site does its background work here; a larger one in ``manage.py worker``."""
    from cms.work.inside import start_inside

    start_inside()
