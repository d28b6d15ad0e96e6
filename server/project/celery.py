"""The Celery application. Tasks are found in each app's `tasks` module."""

import os
from typing import Any

from celery import Celery, Task, signals
from structlog.contextvars import bound_contextvars

from server.project.pulse import WorkerPulse
from server.project.starting import refuse_unsafe

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")


class NamedTask(Task):
    """What is logged while a task runs names it; what it was given is never logged."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with bound_contextvars(task=self.name):
            return super().__call__(*args, **kwargs)


def _start(**_: Any) -> None:
    refuse_unsafe()


def _keep_our_logs(**_: Any) -> None:
    """Celery configures logging itself unless somebody listens here."""


app = Celery("kith", task_cls=NamedTask)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.steps["worker"].add(WorkerPulse)
signals.worker_init.connect(_start)
signals.beat_init.connect(_start)
signals.setup_logging.connect(_keep_our_logs)
