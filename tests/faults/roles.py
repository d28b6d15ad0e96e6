"""What runs in each process: the same programs `docs/operations.md` names, started without their command lines."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import uvicorn
from celery import signals
from django.conf import settings

from server.project.asgi import application
from server.project.celery import app
from tests.faults.fuse import FUSE

PORT = "KITH_FAULTS_PORT"
LOOK = 0.05
"""Real seconds between two looks of the beat at the story's clock."""


def run_web(name: str) -> None:
    uvicorn.run(application, host="127.0.0.1", port=int(os.environ[PORT]), lifespan="off", log_level="warning")


def run_worker(name: str) -> None:
    # Mingling asks other workers for their state and waits a second for answers nobody needs.
    app.Worker(
        pool_cls="solo", concurrency=1, loglevel="WARNING",
        without_gossip=True, without_mingle=True, without_heartbeat=True,
    ).start()  # fmt: skip


def run_beat(name: str) -> None:
    """A beat commits nothing. Its boundaries are the messages it sends."""
    sends: list[Any] = []

    def before(**_: Any) -> None:
        sends.append(FUSE.boundary())
        sends[-1].__enter__()

    def after(**_: Any) -> None:
        sends.pop().__exit__(None, None, None)

    signals.before_task_publish.connect(before, weak=False)
    signals.after_task_publish.connect(after, weak=False)
    app.Beat(loglevel="WARNING", schedule=str(Path(settings.DATA_DIR) / f"{name}.schedule"), max_interval=LOOK).run()


ROLES: Mapping[str, Callable[[str], None]] = {"web": run_web, "worker": run_worker, "beat": run_beat}
