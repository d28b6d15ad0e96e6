"""The admin's own door: its path, its two keys, its sessions."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib import admin
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from server.people.models import Person
from server.people.services.second_factor import enrol
from server.people.sessions import DESK_SECONDS, DeskStore
from server.people.tasks import forget_ended_sessions
from tests.server.cast import sign_in
from tests.server.desk import ADDRESS, PASSWORD, knock, make_host, open_desk

pytestmark = pytest.mark.django_db
INSIDE = reverse("admin:people_person_changelist")


def is_in(client):
    return client.get(INSIDE).status_code == 200


def current_code(address):
    """What an authenticator that read this address shows now."""
    secret = re.search(r"secret=([A-Z2-7]+)", address).group(1)
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def test_it_opens_to_a_password_and_a_code_from_the_authenticator(client):
    host, _ = make_host()
    address, _ = enrol(person=host, issuer="Kith")
    code = current_code(address)
    assert knock(client, code).status_code == 302
    assert is_in(client)
    assert not is_in(Client())
    other = Client()
    knock(other, code)
    assert not is_in(other), "a code works once"


@pytest.mark.parametrize("code", ["", "000000", "not a code"])
def test_a_password_alone_opens_nothing(client, code):
    make_host()
    answer = knock(client, code)
    assert answer.status_code == 200
    assert not is_in(client)


def test_a_code_alone_opens_nothing_and_is_not_used_up(client):
    _, codes = make_host()
    assert knock(client, codes[0], password="a guess").status_code == 200
    assert not is_in(client)
    assert knock(client, codes[0]).status_code == 302


def test_what_was_wrong_is_not_said(client):
    _, codes = make_host()
    said = [knock(client, *one[:1], password=one[1]).context["form"].non_field_errors() for one in
            (("000000", PASSWORD), (codes[0], "a guess"), ("000000", "a guess"))]  # fmt: skip
    assert said[0] == said[1] == said[2]


def test_a_code_on_paper_works_once(client):
    _, codes = make_host()
    assert knock(client, codes[0]).status_code == 302
    other = Client()
    knock(other, codes[0])
    assert not is_in(other)


def test_without_a_second_factor_staff_are_told_how_to_get_one_and_stay_outside(client):
    Person.objects.create_superuser(ADDRESS, PASSWORD)
    answer = knock(client, "123456")
    assert f"manage.py admin_second_factor {ADDRESS}" in answer.content.decode()
    assert not is_in(client)
    assert "second_factor" not in knock(client, "123456", password="a guess").content.decode()


def test_the_command_gives_one_and_shuts_what_the_one_before_opened(client):
    desk = open_desk()
    said = StringIO()
    call_command("admin_second_factor", ADDRESS, stdout=said)
    assert not is_in(desk)
    assert reverse("admin:index") in said.getvalue()
    assert "█" in said.getvalue() or "▄" in said.getvalue(), "there is something to scan"
    assert knock(client, current_code(said.getvalue())).status_code == 302
    codes = re.findall(r"^\d{8}$", said.getvalue(), re.MULTILINE)
    assert len(codes) == 10
    assert knock(Client(), codes[3]).status_code == 302


def test_the_command_is_for_staff(ana):
    with pytest.raises(CommandError, match="createsuperuser"):
        call_command("admin_second_factor", "ana@example.org")


def test_everybody_else_stays_outside(client, ana):
    ana.set_password(PASSWORD)
    ana.save()
    _, codes = enrol(person=ana, issuer="Kith")
    knock(client, codes[0], address="ana@example.org")
    assert client.get(INSIDE).status_code == 302


def test_a_host_who_is_no_longer_staff_is_outside_at_once(ana):
    desk = open_desk()
    Person.objects.filter(email=ADDRESS).update(is_staff=False)
    assert not is_in(desk)


def test_it_is_not_guessed_without_end_and_says_how_long_to_wait(client):
    _, codes = make_host()
    assert [knock(client, "000000", password=f"guess {n}").status_code for n in range(10)] == [200] * 10
    refused = knock(client, codes[0])
    assert refused.status_code == 429, "even the right keys wait now"
    assert 0 < int(refused["Retry-After"]) <= 900
    assert not is_in(client)


def test_a_known_password_does_not_let_codes_be_guessed_without_end(time):
    """From many networks: the account itself counts."""
    _, codes = make_host()
    for n in range(10):
        knock(Client(REMOTE_ADDR=f"203.0.113.{n}"), f"{n:06}")
    late = Client(REMOTE_ADDR="203.0.113.99")
    knock(late, codes[0])
    assert not is_in(late)
    time.advance(timedelta(minutes=15))
    assert knock(late, codes[0]).status_code == 302


def test_a_few_slips_are_forgiven(client):
    _, codes = make_host()
    for _ in range(5):
        knock(client, password="a slip")
    assert knock(client, codes[0]).status_code == 302
    for _ in range(9):
        knock(Client(), password="a slip")
    assert knock(Client(), codes[1]).status_code == 302, "counted from nothing after the right keys"


def test_an_app_token_opens_no_desk_and_a_desk_no_app(door, settings):
    desk = open_desk()
    host = Person.objects.get(email=ADDRESS)
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = sign_in(host)
    assert not is_in(thief)
    cookie = desk.cookies[settings.SESSION_COOKIE_NAME].value
    assert door(None).get("/me", X_Session_Token=cookie).status_code == 401
    asked = Client().get("/api/auth/app/v1/auth/session", headers={"X-Session-Token": cookie})
    assert asked.status_code in (401, 410)


def test_a_desk_is_not_left_open_and_its_session_is_forgotten(time, settings):
    desk = open_desk()
    assert desk.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == DESK_SECONDS
    time.advance(timedelta(seconds=DESK_SECONDS))
    assert not is_in(desk)
    forget_ended_sessions()
    assert not DeskStore.get_model_class().objects.exists()


def test_it_is_nowhere_but_on_its_path(client):
    assert client.get("/admin/").status_code == 404


def test_no_photo_caption_or_letter_has_a_page_in_it():
    models = {model._meta.label for model in admin.site._registry}
    assert "moderation.Report" in models
    assert not models & {"habits.CheckIn", "habits.CheckInPhoto", "media.Photo", "kernel.OutgoingMail", "kernel.Fact"}
