"""Everything is imported once here; each server process is a fork of it, so that starting one takes milliseconds.

It also is the supervisor: a process that dies is started again at once. Told what to do by lines of JSON on its
standard input (`start`, `stop`), it answers each with a line.
"""

import ctypes
import gc
import importlib
import json
import os
import selectors
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import get_resolver

from shared import clock
from tests.faults.fuse import FUSE, Fault, Side
from tests.faults.roles import ROLES, app
from tests.faults.timekeeper import Timekeeper

LAZY = (
    "celery.app.control", "celery.app.events", "celery.app.log", "celery.apps.beat", "celery.apps.worker",
    "celery.concurrency.solo", "celery.worker.autoscale", "celery.worker.components", "celery.worker.consumer",
    "celery.worker.loops", "celery.worker.strategy", "django.contrib.messages.storage.fallback",
    "django.core.mail.backends.filebased", "django.template.loaders.cached", "kombu.transport.redis", "redis.asyncio",
    "server.project.subscriptions", "uvicorn.lifespan.off", "uvicorn.loops.auto", "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
)  # fmt: skip
"""What its users import when they first need it: in every fork anew, if not here."""
TOLD = sys.stdin
DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG: a test run that is killed leaves nothing running."""
DEATHS, CLOCK = "deaths", "clock"


@dataclass
class Process:
    """One program under supervision; `faults` are those of its next starts, in turn."""

    name: str
    role: str
    faults: list[Fault] = field(default_factory=list)
    pid: int = 0
    pidfd: int = -1


class Supervisor:
    """Starts, stops and starts again."""

    def __init__(self, folder: Path, selector: selectors.BaseSelector) -> None:
        self._folder, self._selector = folder, selector
        self._running: dict[str, Process] = {}

    def obey(self, order: dict[str, Any]) -> None:
        if "stop" in order:
            self._stop(order["stop"])
        else:
            faults = [Fault(Side(side), turn) for side, turn in order.get("faults", ())]
            self._start(Process(order["start"], order["role"], faults))

    def bury(self, process: Process) -> None:
        """A process died on its own."""
        self._forget(process)
        with (self._folder / DEATHS).open("a") as deaths:
            deaths.write(f"{process.name}\n")
        self._start(process)

    def stop_all(self) -> None:
        self._stop(list(self._running))

    def _start(self, process: Process) -> None:
        fault = process.faults.pop(0) if process.faults else None
        process.pid = os.fork()
        if process.pid == 0:
            _become(process, fault, self._folder)
        process.pidfd = os.pidfd_open(process.pid)
        self._selector.register(process.pidfd, selectors.EVENT_READ, process)
        self._running[process.name] = process

    def _stop(self, names: Sequence[str]) -> None:
        for name in names:
            if process := self._running.get(name):
                os.kill(process.pid, signal.SIGKILL)
                self._forget(process)

    def _forget(self, process: Process) -> None:
        os.waitpid(process.pid, 0)
        self._selector.unregister(process.pidfd)
        os.close(process.pidfd)
        del self._running[process.name]


def _become(process: Process, fault: Fault | None, folder: Path) -> None:
    """Never returns: this is the new process from now on."""
    try:
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
        log = os.open(folder / f"{process.name}.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(log, 1)
        os.dup2(log, 2)
        (folder / f"{process.name}.pid").write_text(str(os.getpid()))
        FUSE.set(fault, folder / f"{process.name}.commits")
        with clock.ruled_by(Timekeeper(folder / CLOCK)):
            ROLES[process.role](process.name)
    finally:
        sys.stderr.flush()
        os._exit(1)


def main() -> None:
    with selectors.DefaultSelector() as selector:
        supervisor = Supervisor(Path(settings.DATA_DIR), selector)
        selector.register(TOLD, selectors.EVENT_READ)
        _say("ready")
        while True:
            for key, _ in selector.select():
                if key.fileobj is not TOLD:
                    supervisor.bury(key.data)
                elif line := TOLD.readline():
                    supervisor.obey(json.loads(line))
                    _say("done")
                else:
                    return supervisor.stop_all()


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def _import_everything() -> None:
    get_resolver().url_patterns  # noqa: B018 (the views come with their addresses)
    app.loader.import_default_modules()
    app.finalize()
    for module in LAZY:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    _import_everything()
    main()
