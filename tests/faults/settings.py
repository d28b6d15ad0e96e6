"""The server's own settings, on a database that can be told when to die, with a beat that goes by the story's clock."""

from celery.schedules import schedule

from server.project.settings import *  # noqa: F403
from server.project.settings import CELERY_BEAT_SCHEDULE, DATABASES
from server.project.settings.environment import DATA_DIR
from shared import clock

DATABASE = "kith_faults"
DATABASES["default"] |= {"ENGINE": "tests.faults.backend", "NAME": DATABASE}
# The tests' PostgreSQL acknowledges before it writes; here it is killed, and what it acknowledged must be there.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=on"
CELERY_BEAT_SCHEDULE = {
    name: {**entry, "schedule": schedule(entry["schedule"], nowfun=clock.now)}
    for name, entry in CELERY_BEAT_SCHEDULE.items()
}
EXPORT_RESERVE = 0
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(DATA_DIR / "letters")
