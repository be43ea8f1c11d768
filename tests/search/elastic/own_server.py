"""A search server of a test's own, which may be stopped and killed; `TEST_SEARCHSERVER` names what starts one.

It is called with the product and a port, prints the address when the server answers, and leaves the server's number in
`$SEARCHSERVER_HOME/run/<product>-<port>/pid`.
"""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers import require

#: The servers take ports from here on; none of them may be used by CI for the servers that all tests share.
FIRST_PORT = {"elasticsearch": 9240, "opensearch": 9260}


START_SECONDS = 180


class OwnServer:
    """A running server; `kill` ends it, `stop` leaves it deaf and dumb until `resume`."""

    def __init__(self, product: str) -> None:
        self._starter = os.environ.get("TEST_SEARCHSERVER", "")
        require(bool(self._starter), "no program that starts search servers: set TEST_SEARCHSERVER")
        self._product, self._port = product, _free_port(FIRST_PORT[product])
        self.url = f"http://127.0.0.1:{self._port}"
        self.start()

    def start(self) -> None:
        """Start it, after a kill anew and empty."""
        # What it prints is not read: the server would keep the pipe open.
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([self._starter, self._product, str(self._port)], check=False, **quiet)  # type: ignore[call-overload]
        deadline = time.monotonic() + START_SECONDS  # on a busy machine the program gives up before the server does
        while not self._answers():
            assert time.monotonic() < deadline, f"{self._product} did not start"
            time.sleep(0.5)

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.url}/_cluster/health", timeout=5).close()
        except OSError:
            return False
        return True

    @property
    def _pid(self) -> int:
        cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
        home = Path(os.environ.get("SEARCHSERVER_HOME", cache / "searchserver"))
        return int((home / "run" / f"{self._product}-{self._port}" / "pid").read_text())

    def stop(self) -> None:
        os.kill(self._pid, signal.SIGSTOP)

    def resume(self) -> None:
        os.kill(self._pid, signal.SIGCONT)

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)


def _free_port(first: int) -> int:
    for port in range(first, first + 20):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise RuntimeError("no free port for a search server")


@contextmanager
def own_server(product: str) -> Iterator[OwnServer]:
    """A server that is killed at the end."""
    server = OwnServer(product)
    try:
        yield server
    finally:
        server.kill()
