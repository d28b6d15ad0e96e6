"""A deployment that would be unsafe does not start, and says what to do; an unhandy one says so and starts."""

import json
import subprocess
import sys

import pytest

from server.project.checks import check_production
from tests.server.project.processes import DEPLOYED, ROOT, SECRET, start


def found(settings, **changes):
    safe = {
        "EMBEDDED": False, "SECRET_KEY": SECRET, "DEBUG": False, "ALLOWED_HOSTS": ["kith.example"], "HTTPS": True,
        "ALLOW_HTTP": False, "MAIL_WAY": "django.core.mail.backends.smtp.EmailBackend", "REDIS_URL": "redis://r/0",
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1, "ADMIN_PATH": "",
    }  # fmt: skip
    for name, value in {**safe, **changes}.items():
        setattr(settings, name, value)
    return [finding.id for finding in check_production()]


def test_a_safe_deployment_has_nothing_to_find(settings):
    assert found(settings) == []


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"SECRET_KEY": "short"}, "kith.E001"),
        ({"SECRET_KEY": "x" * 80}, "kith.E001"),
        ({"SECRET_KEY": "django-insecure-" + SECRET}, "kith.E001"),
        ({"SECRET_KEY": "please-change-this-secret-before-you-start-0123456789"}, "kith.E001"),
        ({"DEBUG": True}, "kith.E002"),
        ({"ALLOWED_HOSTS": ["kith.example", "*"]}, "kith.E003"),
        ({"ALLOWED_HOSTS": []}, "kith.E003"),
        ({"HTTPS": False}, "kith.E004"),
        ({"ADMIN_PATH": "api"}, "kith.E006"),
        ({"ADMIN_PATH": "a/b"}, "kith.E006"),
        ({"MAIL_WAY": ""}, "kith.W001"),
        ({"MAIL_WAY": "django.core.mail.backends.console.EmailBackend"}, "kith.W001"),
        ({"REDIS_URL": ""}, "kith.W002"),
        ({"ALLAUTH_TRUSTED_PROXY_COUNT": 0}, "kith.W003"),
    ],
)
def test_each_thing_that_is_wrong_is_found_alone(settings, changes, finding):
    assert found(settings, **changes) == [finding]
    (message,) = check_production()
    assert message.hint, "it says what to do"


def test_http_can_be_allowed_and_several_processes_on_sqlite_cannot(settings, monkeypatch):
    assert found(settings, HTTPS=False, ALLOW_HTTP=True) == []
    monkeypatch.setenv("WEB_CONCURRENCY", "4")
    assert found(settings, EMBEDDED=True) == ["kith.E005"]


def test_ones_own_machine_needs_no_settings(settings):
    assert found(settings, EMBEDDED=True, SECRET_KEY="short", HTTPS=False, ALLOWED_HOSTS=[], MAIL_WAY="") == []


DOORS = {
    "asgi": ["-c", "import server.project.asgi"],
    "wsgi": ["-c", "import server.project.wsgi"],
    "worker": ["-m", "celery", "-A", "server.project", "worker", "--pool", "solo"],
    "beat": ["-m", "celery", "-A", "server.project", "beat", "-s", "SCHEDULE"],
    "manage.py": ["manage.py", "check", "--deploy"],
}


@pytest.mark.parametrize("door", DOORS)
def test_no_process_starts_with_an_unsafe_setting(tmp_path, door):
    words = [word.replace("SCHEDULE", str(tmp_path / "schedule")) for word in DOORS[door]]
    run = start(tmp_path, *words, **{**DEPLOYED, "SECRET_KEY": "short", "ALLOWED_HOSTS": "*"})
    assert run.returncode != 0
    assert "kith.E001" in run.stderr
    assert "kith.E003" in run.stderr
    assert "secrets.token_urlsafe" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_safe_one_starts_and_says_in_a_line_what_is_unhandy(tmp_path):
    (tmp_path / "static").mkdir()
    run = start(tmp_path, "-c", "import server.project.asgi", **{**DEPLOYED, "EMAIL_URL": ""})
    assert run.returncode == 0, run.stderr
    (line,) = run.stderr.splitlines()
    assert "kith.W001 No mail can leave" in json.loads(line)["event"]
    assert start(tmp_path, *DOORS["manage.py"], **DEPLOYED).returncode == 0


def test_a_second_web_process_on_one_sqlite_database_ends(tmp_path):
    wait = "import server.project.asgi; print('up', flush=True); input()"
    environment = {"KITH_DATA_DIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", wait],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as first:
        assert first.stdout.readline() == "up\n"
        second = start(tmp_path, "-c", "import server.project.asgi")
        assert second.returncode != 0
        assert "kith.E005" in second.stderr
        first.communicate("\n")
    assert start(tmp_path, "-c", "import server.project.asgi").returncode == 0


BEHIND_HTTPS = """
import json, server.project.asgi
from django.test import Client
from django.urls import reverse, NoReverseMatch
client = Client(SERVER_NAME="kith.example")
proxied = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
plain, health = client.get("/api/v1/nowhere"), client.get("/healthz")
safe = client.get("/api/v1/nowhere", headers=proxied)
try:
    door = client.get(reverse("admin:login"), headers=proxied)
    cookies = [morsel.OutputString() for morsel in door.cookies.values()]
except NoReverseMatch:
    cookies = None
print(json.dumps({"plain": [plain.status_code, plain.headers.get("Location")], "health": health.status_code,
                  "safe": safe.status_code, "hsts": safe.headers.get("Strict-Transport-Security"), "cookies": cookies}))
"""


def test_behind_a_proxy_everything_goes_by_https_and_cookies_are_bound_to_the_host(tmp_path):
    run = start(tmp_path, "-c", BEHIND_HTTPS, **DEPLOYED, KITH_ADMIN_PATH="the-desk")
    said = json.loads(run.stdout)
    assert said["plain"] == [301, "https://kith.example/api/v1/nowhere"]
    assert (said["health"], said["safe"]) == (200, 404), "the health check is asked from inside"
    assert said["hsts"] == "max-age=31536000"
    (cookie,) = said["cookies"]
    assert cookie.startswith("__Host-csrf=")
    assert all(word in cookie for word in ("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"))
    assert "Domain" not in cookie


def test_without_a_path_of_its_own_a_deployment_has_no_admin(tmp_path):
    run = start(tmp_path, "-c", BEHIND_HTTPS, **DEPLOYED)
    assert json.loads(run.stdout)["cookies"] is None


def test_ones_own_machine_makes_up_a_path_for_the_admin_and_keeps_it(tmp_path):
    ask = "import server.project.settings as s; print(s.ADMIN_PATH)"
    here, there = start(tmp_path / "here", "-c", ask).stdout, start(tmp_path / "there", "-c", ask).stdout
    assert len(here.strip()) >= 16
    assert here != there
    assert start(tmp_path / "here", "-c", ask).stdout == here
