"""/metrics: off unless there is a token, and then numbers by route, never by person."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.test import Client

from server.habits.services.sweeps import close_due_days
from tests.server.project.test_settings import ROOT

pytestmark = pytest.mark.django_db

ASK = """
import django; django.setup()
from django.conf import settings
from django.test import Client
settings.ALLOWED_HOSTS = ["testserver"]
asked = Client(headers={"Authorization": "Bearer right"})
asked.get("/healthz"); asked.get("/nowhere-at-all"); asked.generic("BREW", "/healthz")
asked.get("/api/v1/habits/01890000-0000-7000-8000-000000000000")
print(asked.get("/metrics").content.decode())
"""


def test_it_is_off_by_default(settings):
    assert settings.METRICS_TOKEN == ""
    for word in ("", "Bearer ", "Bearer x"):
        assert Client(headers={"Authorization": word}).get("/metrics").status_code == 404


def test_a_wrong_token_finds_nothing(operator):
    assert operator.get("/metrics").status_code == 200
    for word in ("Bearer x", "Basic a-token-for-monitoring", "a-token-for-monitoring"):
        assert Client(headers={"Authorization": word}).get("/metrics").status_code == 404


def test_the_work_is_measured_at_the_moment_of_asking(operator, time):
    close_due_days(now=time.instant)
    time.advance(timedelta(seconds=90))
    told = operator.get("/metrics").content.decode()
    assert 'kith_silent_seconds{check="sweeps"} 90.0' in told
    assert 'kith_check_ok{check="sweeps"} 1.0' in told
    time.advance(timedelta(seconds=90))
    assert 'kith_check_ok{check="sweeps"} 0.0' in operator.get("/metrics").content.decode()


def test_requests_are_counted_by_route(tmp_path, monkeypatch):
    """In a process of its own: whether requests are timed is decided once, when it starts."""
    monkeypatch.setenv("KITH_METRICS_TOKEN", "right")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "server.project.settings")
    monkeypatch.setenv("KITH_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "")
    run = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    counted = {line.split(" ")[0] for line in run.stdout.splitlines() if line.startswith("kith_request_seconds_count")}
    assert 'kith_check_ok{check="database"} 0.0' in run.stdout, "a database without tables breaks nothing"
    assert counted == {
        'kith_request_seconds_count{method="GET",route="healthz",status="200"}',
        'kith_request_seconds_count{method="GET",route="none",status="404"}',
        'kith_request_seconds_count{method="other",route="healthz",status="200"}',
        'kith_request_seconds_count{method="GET",route="api/v1/habits/<uuid:habit_id>",status="401"}',
    }
