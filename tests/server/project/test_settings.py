"""Settings as another process reads them, from the environment alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
READ = """
import json
from server.project import settings
names = ("SECRET_KEY", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "MAIL_WAY", "CELERY_BROKER_URL", "DEBUG")
found = {name: getattr(settings, name) for name in names}
print(json.dumps({"ENGINE": settings.DATABASES["default"]["ENGINE"], **found}))
"""


def read(folder, **environment):
    known = {"PATH": os.environ["PATH"], "KITH_DATA_DIR": str(folder), **environment}
    run = subprocess.run([sys.executable, "-c", READ], cwd=ROOT, env=known, capture_output=True, text=True, check=False)
    return json.loads(run.stdout) if run.returncode == 0 else run.stderr


@pytest.mark.sqlite
def test_without_any_setting_kith_runs_embedded_with_a_secret_of_its_own(tmp_path):
    here, there = read(tmp_path / "here"), read(tmp_path / "there")
    assert here["ENGINE"] == "django.db.backends.sqlite3"
    assert here["CELERY_BROKER_URL"].startswith("memory://")
    assert here["MAIL_WAY"].endswith("console.EmailBackend")
    assert here["DEBUG"] is False
    assert len(here["SECRET_KEY"]) > 50
    assert here["SECRET_KEY"] != there["SECRET_KEY"]
    assert read(tmp_path / "here")["SECRET_KEY"] == here["SECRET_KEY"], "it is kept"
    assert (tmp_path / "here" / "secret-key").stat().st_mode & 0o077 == 0, "nobody else on the machine reads it"


def test_a_real_database_asks_for_a_real_secret(tmp_path):
    database = {"DATABASE_URL": "postgres://kith@db/kith"}
    assert "SECRET_KEY" in read(tmp_path, **database)
    given = read(tmp_path, **database, SECRET_KEY="given", REDIS_URL="unix:///run/redis.sock")
    assert (given["SECRET_KEY"], given["CELERY_BROKER_URL"]) == ("given", "redis+socket:///run/redis.sock")


def test_behind_https_cookies_travel_only_there(tmp_path):
    assert read(tmp_path)["SESSION_COOKIE_SECURE"] is False
    safe = read(tmp_path, PUBLIC_URL="https://kith.example")
    assert safe["SESSION_COOKIE_SECURE"] is True
    assert safe["SECURE_HSTS_SECONDS"] > 0
