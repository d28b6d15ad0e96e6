"""Celery inside the server's own process: one worker thread and one beat thread, for a Kith without Redis."""

import logging
import threading

from celery.beat import EmbeddedService
from celery.worker import WorkController, state

from server.project.celery import app

STOP_SECONDS = 10


class EmbeddedWork:
    """The worker and the beat. `start` answers at once; `stop` waits until the task in hand is done."""

    def __init__(self) -> None:
        logging.getLogger("celery").setLevel(logging.WARNING)
        self._worker = WorkController(
            app=app, pool_cls="solo", concurrency=1, loglevel="WARNING",
            without_gossip=True, without_mingle=True, without_heartbeat=True,
        )  # fmt: skip
        # -B inside a solo worker silently loses every tick; a thread of its own does not.
        self._beat = EmbeddedService(app, thread=True, scheduler_cls="celery.beat:Scheduler")
        self._thread = threading.Thread(target=self._worker.start, name="Worker", daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._beat.start()

    def stop(self) -> None:
        self._beat.service.stop(wait=False)
        state.should_stop = 0
        self._thread.join(STOP_SECONDS)
