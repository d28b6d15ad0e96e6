"""The Celery application. Tasks are found in each app's `tasks` module."""

import os

from celery import Celery

from server.project.pulse import WorkerPulse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")

app = Celery("kith")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.steps["worker"].add(WorkerPulse)
