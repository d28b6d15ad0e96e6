"""What a browser is told, whatever it was answered, and what no other site's page may ask."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from tests.server.cast import sign_in
from tests.server.desk import make_host, open_desk
from tests.server.people.test_sign_in import Phone

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.server.project.faulty_urls")]
NOTHING = "default-src 'none'"
NEVER = "max-age=0, no-cache, no-store, must-revalidate, private"


@dataclass
class Visit:
    """One kind of answer: how it is got, its status, how long it may be kept."""

    ask: Callable[..., Any]
    status: int
    kept: str = "no-store"


def api(method, path, **body):
    return lambda person: getattr(Client(), method)(
        f"/api/v1{path}", headers={"X-Session-Token": sign_in(person)}, content_type="application/json", **body
    )


def page(path, **how):
    return lambda person: Client(raise_request_exception=False, **how).get(path)


VISITS = {
    "api": Visit(api("get", "/me"), 200),
    "api kept with a tag": Visit(api("get", "/today"), 200, "private, no-cache"),
    "api refused": Visit(api("patch", "/me", data='{"avatar": "none"}'), 400),
    "api without token": Visit(page("/api/v1/me"), 401),
    "api method": Visit(api("delete", "/me"), 405),
    "api not found": Visit(api("get", "/invites/x/preview"), 404),
    "api nowhere": Visit(page("/api/v1/nowhere"), 404),
    "api broken": Visit(page("/api/v1/stumble"), 500),
    "auth": Visit(lambda person: Phone().call("post", "/auth/code/request", {"email": "ana@example.org"}), 401, NEVER),
    "auth refused": Visit(lambda person: Phone().call("post", "/auth/code/request", {}), 400, NEVER),
    "auth config": Visit(lambda person: Phone().call("get", "/config"), 200, NEVER),
    "health": Visit(page("/healthz"), 200),
    "admin door": Visit(page(reverse("admin:login")), 200, NEVER),
    "admin closed": Visit(page(reverse("admin:index")), 302, NEVER),
    "admin": Visit(lambda person: open_desk().get(reverse("admin:index")), 200,
                   NEVER),
    "admin nowhere": Visit(page("/desk/nowhere/"), 302, NEVER),
    "leaving": Visit(page("/leave"), 200, "private, no-store"),
    "web door": Visit(page("/door/in"), 200, "private, no-store"),
    "web door closed": Visit(page("/door"), 302, "private, no-store"),
    "nowhere": Visit(page("/nowhere"), 404),
    "broken": Visit(page("/stumble"), 500),
    "another host": Visit(page("/healthz", SERVER_NAME="evil.example"), 400),
    "another host's api": Visit(page("/api/v1/me", SERVER_NAME="evil.example"), 400),
    "csrf": Visit(lambda person: Client(enforce_csrf_checks=True).post(reverse("admin:login")), 403),
}  # fmt: skip


@pytest.mark.parametrize("name", VISITS)
def test_every_answer_says_the_same_to_a_browser(ana, name):
    visit = VISITS[name]
    answer = visit.ask(ana)
    assert answer.status_code == visit.status, answer.content[:200]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cache-Control"] == visit.kept
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert NOTHING in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert not [header for header in answer.headers if header.startswith("Access-Control")]


@pytest.mark.parametrize("name", [name for name in VISITS if not name.startswith("admin")])
def test_only_the_admin_runs_anything_and_keeps_a_cookie(ana, name):
    answer = VISITS[name].ask(ana)
    assert "script-src" not in answer["Content-Security-Policy"]
    assert not answer.cookies or name in {"csrf", "leaving", "web door"}


def test_forms_are_sent_where_they_came_from(ana):
    for name in ("leaving", "web door", "admin door"):
        assert "form-action 'self'" in VISITS[name].ask(ana)["Content-Security-Policy"]


@pytest.mark.parametrize("name", [name for name in VISITS if name.startswith("api")])
def test_kept_answers_are_one_persons(ana, name):
    assert "X-Session-Token" in VISITS[name].ask(ana)["Vary"]


def test_the_admins_own_files_say_it_too(settings):
    folder = Path(settings.STATIC_ROOT, "admin", "css")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(finders.find("admin/css/base.css"), folder)
    answer = Client().get("/static/admin/css/base.css")
    assert (answer.status_code, answer["Content-Type"]) == (200, 'text/css; charset="utf-8"')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert NOTHING in answer["Content-Security-Policy"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_admin_loads_everything_from_here_and_writes_nothing_inline():
    make_host("other@example.org")
    desk = open_desk()
    for name in ("admin:index", "admin:people_person_changelist", "admin:moderation_report_changelist", "admin:login"):
        answer = desk.get(reverse(name), follow=True)
        text = answer.content.decode()
        assert "script-src 'self'" in answer["Content-Security-Policy"]
        assert " style=" not in text
        assert " onclick=" not in text
        assert "<style" not in text
        assert all("src=" in tag or "application/json" in tag for tag in _scripts(text))


def _scripts(text):
    return [part.partition(">")[0] for part in text.split("<script")[1:]]


@pytest.mark.parametrize("path", ["/api/v1/me", "/api/auth/app/v1/auth/code/request", "/healthz", "/nowhere"])
def test_no_origin_is_let_in(ana, path):
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "X-Session-Token"}  # fmt: skip
    preflight = Client().options(path, headers=asked)
    assert preflight.status_code == 403
    plain = Client().get(path, headers={"Origin": "https://evil.example", "X-Session-Token": sign_in(ana)})
    for answer in (preflight, plain):
        assert not [header for header in answer.headers if header.startswith("Access-Control")]


@pytest.mark.parametrize("path", ["/stumble", "/api/v1/stumble"])
def test_a_fault_of_ours_tells_nothing(path):
    answer = Client(raise_request_exception=False).get(path, {"secret": "canary"})
    assert answer.status_code == 500
    text = answer.content.decode()
    assert not [word for word in ("ana@", "RuntimeError", "Traceback", "stumble", "canary") if word in text]
