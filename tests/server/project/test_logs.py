"""Logs: enough to find what went wrong, and nothing of what anybody wrote, is called, or can be found by."""

import logging

import pytest
from django.core import mail
from django.db import IntegrityError, connection
from django.test import Client
from uvicorn.config import LOGGING_CONFIG

from server.kernel import facts
from server.kernel.tasks import send_mail
from server.people.models import Person
from shared import clock, ids
from tests.server import images, world
from tests.server.cast import relay_all
from tests.server.circle import gather
from tests.server.desk import knock, make_host
from tests.server.kernel import ears
from tests.server.people.test_sign_in import Phone, code_mailed_to
from tests.server.project.overheard import overhearing
from tests.server.project.tasks import stumble

pytestmark = pytest.mark.django_db
CANARIES = ["Nightingale", "Goldfinch", "Chaffinch", "Bullfinch", "Whinchat", "203.0.113.77", "Wren-Browser"]
EMAIL = "goldfinch@example.org"


@pytest.fixture
def overheard():
    with overhearing() as heard:
        yield heard


def come_in(name):
    """Sign in by a code, over HTTP; answers everything secret on the way."""
    phone = Phone()
    phone.client.defaults |= {"REMOTE_ADDR": "203.0.113.77", "HTTP_USER_AGENT": "Wren-Browser/1"}
    phone.call("post", "/auth/code/request", {"email": EMAIL})
    send_mail()
    code = code_mailed_to(EMAIL)
    first = phone.token
    phone.call("post", "/auth/code/confirm", {"code": "WRONG1"})
    phone.call("post", "/auth/code/confirm", {"code": code})
    answer = phone.client.patch("/api/v1/me", {"name": name}, format="json", headers={"X-Session-Token": phone.token})
    assert answer.status_code == 200
    return [code, first, phone.token]


def live_a_day(circle):
    """Promise, invite, photo, caption, answers, a report, a miss and its letter."""
    token = circle.ana.post("/invites").json()["token"]
    circle.ben.get(f"/invites/{token}/preview")
    circle.ben.get(f"/invites/{token}x/preview")
    photo = str(ids.uuid7())
    world.put_photo(circle.ana, images.telling_jpeg(), photo)
    world.put_photo(circle.ana, b"no photo, says Chaffinch", str(ids.uuid7()))
    posted = circle.post(photos=[photo], caption="Chaffinch at dawn")
    world.react(circle.ben, circle.habit, circle.today, "fire")
    report = {"subject": "check_in", "subject_id": posted["id"], "reason": "harm", "note": "Whinchat was rude"}
    circle.ben.put(f"/reports/{ids.uuid7()}", json=report)
    circle.ana.patch("/me", {"name": "Chaffinch" * 40})
    circle.send()
    circle.wake()
    miss = circle.miss_a_day()
    circle.ben.put(f"/misses/{miss['id']}/answer", json={"kind": "cheer", "preset": "hug"})
    circle.send()
    return [token, photo]


def test_a_whole_day_and_signing_in_leave_no_word_of_anybody(overheard, time, settings, capfd):
    settings.EMAIL_BACKEND, settings.NOTICES_ON_CONSOLE = "server.kernel.mail.Outbox", False
    circle = gather(time, title="Bullfinch watching")
    Person.objects.filter(pk=circle.people["Ana"].pk).update(name="Nightingale")
    mailed = circle.people["Ben"]
    Person.objects.filter(pk=mailed.pk).update(email=EMAIL)
    mailed.emailaddress_set.update(email=EMAIL)
    secrets = [circle.ana.token, *come_in("Goldfinch"), *live_a_day(circle)]
    assert any(line["event"] == "request" for line in overheard.lines), "something was logged"
    printed = "".join(capfd.readouterr())
    for word in [*CANARIES, EMAIL, *secrets]:
        assert word.lower() not in overheard.text.lower(), word
        assert word.lower() not in printed.lower(), word


@pytest.mark.urls("tests.server.project.faulty_urls")
def test_a_fault_is_told_by_its_kind_and_place(overheard):
    Client(raise_request_exception=False).get("/api/v1/stumble?Whinchat=1", {"Whinchat": "1"})
    (fault,) = [line for line in overheard.lines if line["level"] == "error"]
    assert (fault["event"], fault["error"]) == ("answered 500 at api/v1/stumble", "builtins.RuntimeError")
    assert fault["trace"][-1].startswith("tests/server/project/faulty_urls.py:")
    assert fault["trace"][-1].endswith(" stumble")
    assert "example.org" not in overheard.text
    assert "Whinchat" not in overheard.text


def test_what_a_database_complains_about_is_told_without_its_values(overheard, ana):
    log = logging.getLogger("server.tests")
    try:
        Person.objects.create(email=ana.email, name="Nightingale")
    except IntegrityError:
        log.exception("no second Ana")
    (line,) = overheard.lines
    assert "people_person_email" in line["error"]
    assert ana.email not in overheard.text


def test_a_handler_that_fails_is_named_with_its_fact(overheard, ana, settings):
    settings.FACT_SUBSCRIPTIONS = "tests.server.kernel.ears.BOTH"
    ears.SECOND.open()
    ears.FIRST.open()
    ears.FIRST.deaf = True
    fact = facts.record(ears.SEEN, person_id=ana.id, now=clock.now())
    relay_all()
    ears.FIRST.open()
    line = overheard.lines[0]
    assert (line["event"], line["fact_id"], line["kind"], line["handler"]) == (
        "handler failed", fact.pk, "seen", "tests.first",
    )  # fmt: skip


def test_a_task_that_fails_is_named_without_what_it_was_given(overheard):
    stumble.apply(args=["Whinchat"])
    (line,) = [line for line in overheard.lines if line["level"] == "error"]
    assert "tests.stumble" in line["event"]
    assert line["error"] == "builtins.RuntimeError"
    assert "Whinchat" not in overheard.text


def test_a_refused_mail_is_told_without_its_address(overheard, settings):
    settings.EMAIL_BACKEND, settings.MAIL_WAY = "server.kernel.mail.Outbox", "tests.server.kernel.ways.Picky"
    mail.send_mail("s", "123456", "kith@example.org", ["nobody@example.org"])
    send_mail()
    (line,) = overheard.lines
    assert (line["event"], line["reason"]) == ("a mail was refused", "SMTPRecipientsRefused")
    assert "nobody@" not in overheard.text


def test_guesses_at_the_admins_door_are_not_written_down(overheard):
    make_host()
    knock(Client(), "314159", password="Whinchat")
    assert not [word for word in ("314159", "Whinchat", "host@") if word in overheard.text]


def test_a_line_names_the_route_and_never_the_path(overheard, door, ana):
    token = door(ana).post("/invites").json()["token"]
    overheard.stream.truncate(0)
    overheard.stream.seek(0)
    door(ana).get(f"/invites/{token}/preview")
    (line,) = overheard.lines
    assert (line["method"], line["route"], line["status"]) == ("GET", "api/v1/invites/<str:token>/preview", 409)
    assert line["ms"] >= 0
    assert token not in overheard.text


def test_every_answer_carries_the_id_its_lines_have(overheard, client):
    answer = client.get("/healthz", headers={"X-Request-ID": "0123456789abcdef0123456789abcdef"})
    (line,) = overheard.lines
    assert answer["X-Request-ID"] == line["request_id"]
    assert line["request_id"] != "0123456789abcdef0123456789abcdef", "no proxy is trusted here"


@pytest.mark.parametrize(
    ("named", "taken"),
    [
        ("0123456789abcdef0123456789abcdef", True),
        ("01890000-0000-7000-8000-000000000000", True),
        ("ana@example.org", False), ("a" * 500, False), ("short", False), ("0123456789abcdef\n{}", False), ("", False),
    ],
)  # fmt: skip
def test_a_trusted_proxys_id_is_taken_if_it_looks_like_one(client, settings, named, taken):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answer = client.get("/healthz", headers={"X-Request-ID": named})
    assert (answer["X-Request-ID"] == named) is taken
    assert len(answer["X-Request-ID"]) >= 16


def test_third_parties_are_not_heard_below_a_warning(overheard):
    logging.config.dictConfig(LOGGING_CONFIG)
    with overhearing() as again:
        for name in ("django.db.backends", "PIL.TiffImagePlugin", "httpx", "celery.app.trace", "uvicorn.error"):
            logging.getLogger(name).debug("Whinchat")
            logging.getLogger(name).info("Whinchat")
        access = logging.getLogger("uvicorn.access")
        access.info('%s - "%s"', "203.0.113.77", "GET /api/v1/invites/Whinchat/preview")
        assert access.handlers == []
    assert again.text == ""


def test_statements_are_not_kept_whatever_the_level(overheard):
    connection.force_debug_cursor = True
    try:
        Person.objects.filter(name="Whinchat").exists()
    finally:
        connection.force_debug_cursor = False
    assert overheard.text == ""
