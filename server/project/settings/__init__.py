"""All settings, read once from the environment. Without any, Kith runs embedded: SQLite, in-process Celery."""

from server.project.settings.api import *  # noqa: F403  (settings are one namespace by Django's design)
from server.project.settings.auth import *  # noqa: F403
from server.project.settings.base import *  # noqa: F403
from server.project.settings.data import *  # noqa: F403
from server.project.settings.hosting import *  # noqa: F403
from server.project.settings.logs import *  # noqa: F403
from server.project.settings.mail import *  # noqa: F403
from server.project.settings.security import *  # noqa: F403
from server.project.settings.work import *  # noqa: F403
