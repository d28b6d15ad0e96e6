"""The server's own settings, on a database that can be told when to die, with a beat in a hurry."""

from server.project.settings import *  # noqa: F403
from server.project.settings import CELERY_BEAT_SCHEDULE, DATABASES
from server.project.settings.environment import DATA_DIR

HURRY = 25
"""A sweep every 0.2 or 0.4 seconds of real time instead of every 5 or 10."""

DATABASE = "kith_faults"
DATABASES["default"] |= {"ENGINE": "tests.faults.backend", "NAME": DATABASE}
CELERY_BEAT_SCHEDULE = {
    name: {**entry, "schedule": entry["schedule"] / HURRY} for name, entry in CELERY_BEAT_SCHEDULE.items()
}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(DATA_DIR / "letters")
