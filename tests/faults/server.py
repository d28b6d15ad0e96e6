"""The server of a test: web, worker and beat as processes of their own, restarted by a supervisor when they die."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.faults.fuse import Fault
from tests.faults.roles import PORT
from tests.faults.zygote import DEATHS

PATIENCE = 30.0
"""Real seconds after which something that should have happened is said not to have."""
TRIO: Mapping[str, str] = {"web": "web", "worker": "worker", "beat": "beat"}
"""Names of processes and what they run."""
NOTHING: Mapping[str, Sequence[Fault]] = {}


def wait_until(ready: Callable[[], bool], what: Callable[[], object]) -> None:
    """Real processes need real time; a look costs little."""
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain: {what()}")
        time.sleep(0.01)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """`start` and `stop` are the operator's; `deaths` happened in between."""

    folder: Path
    port: int = field(default_factory=_free_port)

    def __post_init__(self) -> None:
        self._zygote = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.zygote"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.faults.settings", PORT: str(self.port)},
        )  # fmt: skip
        self._hear()

    def start(
        self, processes: dict[str, str] | None = None, *, faults: dict[str, Sequence[Fault]] | None = None
    ) -> None:
        """Start these processes, and wait until the web answers if it is one of them."""
        for name, role in (processes or TRIO).items():
            given = [(fault.side, fault.turn) for fault in (faults or {}).get(name, ())]
            self._say({"start": name, "role": role, "faults": given})
        if "web" in (processes or TRIO):
            self.wait_for_web()

    def stop(self, *names: str) -> None:
        """Without a word of warning, like everything here."""
        self._say({"stop": names or [path.stem for path in self.folder.glob("*.commits")]})

    def close(self) -> None:
        self._zygote.communicate("")

    def wait_for_web(self) -> None:
        wait_until(self._accepts, lambda: self.log("web"))

    @property
    def deaths(self) -> list[str]:
        """Who died on its own, in order."""
        record = self.folder / DEATHS
        return record.read_text().split() if record.exists() else []

    def commits(self, name: str) -> int:
        """How many boundaries this process has passed."""
        tally = self.folder / f"{name}.commits"
        return tally.stat().st_size if tally.exists() else 0

    def pid(self, name: str) -> int:
        return int((self.folder / f"{name}.pid").read_text())

    def log(self, name: str) -> str:
        path = self.folder / f"{name}.log"
        return path.read_text() if path.exists() else ""

    def _accepts(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _say(self, order: dict[str, object]) -> None:
        assert self._zygote.stdin
        self._zygote.stdin.write(json.dumps(order) + "\n")
        self._zygote.stdin.flush()
        self._hear()

    def _hear(self) -> None:
        assert self._zygote.stdout
        assert self._zygote.stdout.readline(), "the supervisor is gone"


@dataclass
class Wire(httpx.BaseTransport):
    """From a phone to the web process. A phone whose answer never came tries once more when somebody listens."""

    server: Server
    supervised: bool = True
    """Whether there is somebody to wait for."""

    def __post_init__(self) -> None:
        self._wire = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = f"127.0.0.1:{self.server.port}"
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.server.port)
        request.headers["Host"] = host
        try:
            response = self._wire.handle_request(request)
            response.read()
        except httpx.TransportError:
            if self.supervised:
                self.server.wait_for_web()
            raise
        return response

    def close(self) -> None:
        self._wire.close()
