"""Gives a test run its database and Redis before Django reads its settings.

`KITH_TEST_DATABASE=sqlite` runs on the embedded defaults instead (the subset marked `sqlite`).
"""

import gc
import os
import secrets
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.services import ServiceMissingError, Services

_running: list[Services] = []


def services() -> Services:
    """The servers this run has started; a test may end one and start it again."""
    return _running[0]


def _start() -> None:
    services = Services()
    _running.append(services)
    database, redis = services.start()
    os.environ["DATABASE_URL"], os.environ["REDIS_URL"] = database, redis


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    os.environ["KITH_DATA_DIR"] = data = tempfile.mkdtemp(prefix="kith-test-data-")
    Path(data, "static").mkdir()
    os.environ["SECRET_KEY"] = secrets.token_urlsafe(48)
    os.environ["KITH_ADMIN_PATH"] = "desk"
    os.environ["LOG_LEVEL"] = "WARNING"
    os.environ["KITH_CONSOLE_NOTICES"] = "yes"
    os.environ["KITH_ALLOW_HTTP"] = "yes"
    os.environ["EMAIL_BACKEND"] = "django.core.mail.backends.locmem.EmailBackend"
    if os.environ.get("KITH_TEST_DATABASE") == "sqlite":
        os.environ["DATABASE_URL"] = os.environ["REDIS_URL"] = ""
    elif "TEST_DATABASE_URL" in os.environ:
        os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]
        os.environ["REDIS_URL"] = os.environ.get("TEST_REDIS_URL", "")
    else:
        _start_or_say_why()


def _start_or_say_why() -> None:
    try:
        _start()
    except ServiceMissingError as reason:
        pytest_unconfigure()
        pytest.exit(f"the suite needs a real PostgreSQL and Redis: {reason}", returncode=3)


def pytest_collection_finish() -> None:
    """What is loaded now stays: looking through it for garbage over and over is a twentieth of the whole run."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["KITH_DATA_DIR"], ignore_errors=True)
    while _running:
        _running.pop().stop()
