"""What takes too long is cut short by PostgreSQL, for real, and the phone is told to come back."""

import json
import os
import threading

import pytest
from django.db import connection, transaction

from server.people.models import Person
from server.project.settings.data import bounds
from tests.server.cast import arrive
from tests.server.project.processes import SECRET, start
from tests.server.threads import all_at_once

CUT = """
import json, time, django
from django.test import Client, override_settings
django.setup()
began = time.monotonic()
with override_settings(ROOT_URLCONF="tests.server.project.faulty_urls"):
    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    api, page = client.get("/api/v1/slow"), client.get("/slow")
print(json.dumps({"api": [api.status_code, api["Content-Type"], api.json()["code"], api["Retry-After"]],
                  "page": page.status_code, "seconds": time.monotonic() - began}))
"""
BOUNDS = "import json, server.project.settings as s; print(json.dumps(s.DATABASES['default']['OPTIONS']['options']))"


def here(**more):
    """The environment of another process on the database of this run."""
    known = {name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL")}
    return {
        **known,
        "SECRET_KEY": SECRET,
        "KITH_ALLOW_HTTP": "yes",
        "DJANGO_SETTINGS_MODULE": "server.project.settings",
        **more,
    }


def test_a_slow_query_is_cut_and_answered_with_later(tmp_path):
    run = start(tmp_path, "-c", CUT, **here(KITH_ROLE="web", KITH_STATEMENT_SECONDS="0.5"))
    said = json.loads(run.stdout)
    assert said["api"] == [503, "application/problem+json", "unavailable", "5"]
    assert said["page"] == 503
    assert said["seconds"] < 10
    assert "statement timeout" in run.stderr, "whoever runs Kith reads why"


@pytest.mark.parametrize(
    ("role", "statement", "lock", "idle"),
    [("web", 10_000, 5_000, 30_000), ("work", 300_000, 30_000, 300_000), ("hand", 0, 30_000, 0)],
)
def test_each_kind_of_process_has_bounds_of_its_own(role, statement, lock, idle):
    assert bounds(role) == (
        f"-c statement_timeout={statement} -c lock_timeout={lock} -c idle_in_transaction_session_timeout={idle}"
    )


def test_the_web_is_bounded_and_what_is_started_by_hand_is_not(tmp_path):
    web = start(tmp_path, "-c", f"import server.project.asgi\n{BOUNDS}", **here())
    assert "statement_timeout=10000 " in web.stdout
    by_hand = start(tmp_path, "manage.py", "shell", "-c", BOUNDS, **here())
    assert "statement_timeout=0 " in by_hand.stdout


@pytest.mark.django_db(transaction=True)
def test_waiting_for_a_lock_ends_too(client):
    """One transaction holds Ana's row; the other gives up on it, and nothing of it stays."""
    ana = arrive("Ana")
    held, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            Person.objects.select_for_update().get(pk=ana.pk)
            held.set()
            done.wait(20)

    def want():
        held.wait(20)
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '200ms'")
                cursor.execute("UPDATE people_person SET name = 'Late' WHERE id = %s", [ana.pk])
        finally:
            done.set()

    _, late = all_at_once([hold, want])
    assert type(late).__name__ == "OperationalError"
    ana.refresh_from_db()
    assert ana.name == "Ana"
