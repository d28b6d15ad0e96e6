"""The commands of docker-compose.yml as processes of this machine, against a PostgreSQL and a Redis of their own.

What a container would bring is translated and nothing else: its paths become folders, its ports free ones, the names
of other services their addresses here.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx

from tests.arch.sources import ROOT
from tests.hosting.composition import FILLED, composition, seconds

PATIENCE = 90
"""Seconds until something that must happen counts as never happening."""
CONSOLE = "django.core.mail.backends.console.EmailBackend"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(reached: Callable[[], Any], *, what: str) -> Any:
    """What `reached` answers, as soon as it is true."""
    deadline = time.monotonic() + PATIENCE
    while not (found := reached()):
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.1)
    return found


class House:
    """The services that run from this file, by name."""

    def __init__(self, folder: Path, *, database_url: str, redis_url: str) -> None:
        self.folder = folder
        self.services: dict[str, Any] = composition(FILLED)["services"]
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.web_port, self.https_port, self.probe_port = free_port(), free_port(), free_port()
        self.database_url = database_url
        self._outside = {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "EMAIL_BACKEND": CONSOLE,
                         "EMAIL_URL": "consolemail://"}  # fmt: skip
        for place in ("data/photos", "data/exports", "data/beat", "certificates", "backups", "static"):
            (folder / place).mkdir(parents=True)

    def environment(self, name: str) -> dict[str, str]:
        """What the file says, with the places of this machine. Nothing of the test's own environment comes in."""
        here = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PORT": str(self.web_port),
                "KITH_STATIC_ROOT": str(self.folder / "static"), "PYTHONUNBUFFERED": "1"}  # fmt: skip
        told = {key: self._here(name, str(value)) for key, value in self.services[name]["environment"].items()}
        if name == "proxy":
            ports = {
                "KITH_HTTP_PORT": free_port(),
                "KITH_HTTPS_PORT": self.https_port,
                "KITH_PROBE_PORT": self.probe_port,
            }
            told |= {key: str(port) for key, port in ports.items()}
            told |= {"KITH_UPSTREAM": f"127.0.0.1:{self.web_port}", "KITH_PHOTO_ROOT": str(self.folder / "data/photos"),
                     "XDG_DATA_HOME": str(self.folder / "certificates"), "HOME": str(self.folder)}  # fmt: skip
            return here | told
        return here | told | self._outside

    def command(self, name: str) -> list[str]:
        if name == "proxy":
            return _proxy_command()
        return [self._here(name, part) for part in self.services[name]["command"]]

    def run(self, name: str, *command: str) -> subprocess.CompletedProcess[str]:
        """A one-shot service to its end, as `docker compose run` would; another command takes its own one's place."""
        told = [self._here(name, part) for part in command] or self.command(name)
        return subprocess.run(
            told, cwd=ROOT, env=self.environment(name), capture_output=True, text=True, check=False, timeout=PATIENCE
        )  # fmt: skip

    def start(self, name: str) -> None:
        log = (self.folder / f"{name}.log").open("wb")
        self.running[name] = subprocess.Popen(
            self.command(name), cwd=ROOT, env=self.environment(name), stdout=log, stderr=log, start_new_session=True
        )

    def is_healthy(self, name: str) -> bool:
        """The container's own health check."""
        kind, *test = self.services[name]["healthcheck"]["test"]
        if name == "proxy":  # asks with a program that its image has and this machine may lack
            return _answers(test[-1].replace("8081", str(self.probe_port)))
        told = [self._here(name, part) for part in test]
        command = ["sh", "-c", *told] if kind == "CMD-SHELL" else told
        return (
            subprocess.run(command, cwd=ROOT, env=self.environment(name), capture_output=True, check=False).returncode
            == 0
        )

    def stop(self, name: str) -> float:
        """SIGTERM, as `docker compose stop` sends it; answers the seconds it took, and fails beyond the grace."""
        process, began = self.running.pop(name), time.monotonic()
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(seconds(self.services[name]["stop_grace_period"]))
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        assert process.returncode in {0, -signal.SIGTERM}, self.log(name)
        return time.monotonic() - began

    def end(self) -> None:
        for process in self.running.values():
            process.kill()
            process.wait()

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text()

    def _here(self, name: str, said: str) -> str:
        places: Mapping[str, str] = {
            r"^/private-photos": "/private-photos",
            r"(?<![\w/])/data\b": str(self.folder / "data"),
            r"(?<![\w/])/backups\b": str(self.folder / "backups"),
            r"(?<![\w/])/tmp/pulse\b": str(self.folder / f"{name}-pulse"),
            r"--port=8000": f"--port={self.web_port}",
            r"--host=0\.0\.0\.0": "--host=127.0.0.1",
        }
        for pattern, place in places.items():
            said = re.sub(pattern, place, said)
        return said


def _proxy_command() -> list[str]:
    """What the proxy's image runs, with the file that is copied into it."""
    text = (ROOT / "deploy/proxy/Dockerfile").read_text()
    (command,) = re.findall(r"^CMD (\[.*\])$", text, re.M)
    return [part.replace("/etc/caddy/Caddyfile", str(ROOT / "deploy/proxy/Caddyfile")) for part in json.loads(command)]


def _answers(address: str) -> bool:
    try:
        return httpx.get(address).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
