"""How often one may knock at the doors of signing in: exactly so often, and whoever one is."""

from collections import Counter
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from rest_framework.test import APIClient

from server.kernel.allowances import spend
from server.kernel.models import Allowance, OutgoingMail
from server.kernel.tasks import send_mail
from shared import clock, limits
from tests.server.people.test_sign_in import Phone, code_mailed_to
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db
ASKING = "/auth/code/request"
PER_ADDRESS = limits.CODES_PER_ADDRESS.amount


def ask(address="ana@example.org", *, door=ASKING, network="192.0.2.1", token=""):
    client = APIClient(REMOTE_ADDR=network)
    headers = {"X-Session-Token": token} if token else {}
    return client.post(f"/api/auth/app/v1{door}", {"email": address}, format="json", headers=headers)


def statuses(count, **how):
    return [ask(**how).status_code for _ in range(count)]


@pytest.mark.sqlite
def test_codes_for_one_address_are_few_in_an_hour_and_the_refusal_says_when(ana, time):
    assert statuses(PER_ADDRESS + 1) == [401] * PER_ADDRESS + [429]
    assert len(mail.outbox) == PER_ADDRESS
    time.advance(timedelta(minutes=20))
    refused = ask()
    assert refused["Content-Type"] == "application/problem+json"
    assert (refused.json()["code"], refused["Retry-After"]) == ("too_many", "2400")
    time.advance(timedelta(minutes=40))
    assert ask().status_code == 401


@pytest.mark.parametrize("door", [ASKING, "/auth/password/request"])
def test_a_known_and_an_unknown_address_are_counted_and_refused_alike(ana, door):
    for address in ("ana@example.org", "nobody@example.org"):
        assert statuses(PER_ADDRESS + 1, address=address, door=door) == [401] * PER_ADDRESS + [429]


def test_spelling_an_address_otherwise_gives_no_more_codes(ana):
    spellings = ["ana@example.org", "ANA@example.org", " ana@Example.org "]
    assert [ask(spellings[n % 3]).status_code for n in range(PER_ADDRESS + 1)][-1] == 429


def test_a_network_of_phones_signs_in_where_one_address_could_not(ana):
    """More at once than allauth let in per minute; far from what is too much for a network."""
    answers = [ask(f"p{n}@example.org").status_code for n in range(60)]
    assert set(answers) == {401}


def leave(few, *, network="192.0.2.1"):
    """So much is left of the network's allowance: the others there asked for the rest."""
    rate = limits.CODES_PER_NETWORK
    spend("request_login_code-network", network, rate=rate, now=clock.now(), cost=rate.amount - few)


def test_a_network_has_a_bound_and_the_next_one_is_not_bound_by_it():
    leave(3)
    assert [ask(f"p{n}@example.org").status_code for n in range(4)] == [401, 401, 401, 429]
    assert ask("p5@example.org", network="192.0.2.2").status_code == 401


@pytest.mark.parametrize(
    ("networks", "expected"),
    [
        (["2001:db8:1:2::1", "2001:db8:1:2:ffff::9"], [401, 429]),
        (["2001:db8:1:2::1", "2001:db8:1:3::1"], [401, 401]),
        (["::ffff:192.0.2.1", "::ffff:192.0.2.2"], [401, 401]),
        (["::ffff:192.0.2.1", "192.0.2.1"], [401, 429]),
    ],
)
def test_one_household_is_one_network(networks, expected):
    leave(1, network="2001:db8:1:2::/64")
    leave(1)
    answers = [ask(f"p{n}@example.org", network=network).status_code for n, network in enumerate(networks)]
    assert answers == expected


def test_behind_a_proxy_its_word_counts_and_a_callers_does_not(settings):
    leave(1)
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    client = APIClient(REMOTE_ADDR="10.0.0.1")

    def by(forwarded, n):
        body, headers = {"email": f"p{n}@example.org"}, {"X-Forwarded-For": forwarded}
        return client.post(f"/api/auth/app/v1{ASKING}", body, format="json", headers=headers).status_code

    assert by("192.0.2.1", 1) == 401
    assert by("192.0.2.2", 2) == 401
    assert by("198.51.100.7, 192.0.2.1", 3) == 429, "what a caller puts in front is not believed"


def test_an_emptied_cache_forgives_nothing(ana):
    statuses(PER_ADDRESS)
    cache.clear()
    assert ask().status_code == 429


def test_guesses_at_one_code_are_few_however_they_are_sent(ana):
    """allauth looks at a code in an OPTIONS request too."""
    phone = Phone()
    phone.call("post", ASKING, {"email": "ana@example.org"})
    right = code_mailed_to("ana@example.org")
    sent = [phone.call(method, "/auth/code/confirm", {"code": "WRONG1"}).status_code
            for method in ("options", "patch", "put", "options", "post", "post")]  # fmt: skip
    assert sent[-1] == 429
    assert phone.call("post", "/auth/code/confirm", {"code": right}).status_code == 429


@pytest.mark.django_db(transaction=True)
def test_many_guesses_at_once_are_no_more_than_so_many(ana):
    phone = Phone()
    phone.call("post", ASKING, {"email": "ana@example.org"})
    headers = {"X-Session-Token": phone.token}

    def guess():
        client = APIClient()
        body = {"code": "WRONG1"}
        return client.post("/api/auth/app/v1/auth/code/confirm", body, format="json", headers=headers).status_code

    refused = Counter(all_at_once([guess] * 20))[429]
    assert refused == 20 - limits.TRIES_PER_CODE.amount


def test_passwords_are_not_guessed_here_instead(ana):
    def guess(n):
        said = {"email": "ana@example.org", "password": f"guess number {n}"}
        client = APIClient(REMOTE_ADDR=f"192.0.2.{n}")
        return client.post("/api/auth/app/v1/auth/login", said, format="json")

    answers = [guess(n) for n in range(limits.PASSWORDS_PER_ADDRESS.amount + 1)]
    assert answers[-1].status_code == 429
    assert answers[-1].json()["code"] == "too_many"


def test_reading_is_not_counted(ana):
    client = APIClient()
    for path in ("/auth/session", "/config"):
        client.get(f"/api/auth/app/v1{path}")
    assert not Allowance.objects.exists()


NONSENSE = [b"", b"{", b"[]", b'{"email": 7}', b'{"email": null}', b"[" * 100_000, b"\xff"]


@pytest.mark.parametrize("body", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_breaks_nothing_and_costs_its_network_at_most(body):
    client = APIClient()
    answer = client.post(f"/api/auth/app/v1{ASKING}", body, content_type="application/json")
    assert 400 <= answer.status_code < 500
    assert Allowance.objects.count() <= 1


@pytest.mark.parametrize("address", ["ana@example.org", "nobody@example.org"])
@pytest.mark.parametrize("door", [ASKING, "/auth/signup"])
def test_when_no_mail_can_leave_it_is_said_to_everybody_alike(ana, settings, address, door):
    settings.MAIL_WAY = ""
    answer = ask(address, door=door)
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert "Mail" in answer.json()["detail"]
    assert answer["Retry-After"]
    assert not Allowance.objects.exists(), "nobody's tries are used up"


def test_when_the_relay_is_away_it_is_said_until_it_is_back(ana, settings, time):
    settings.EMAIL_BACKEND, settings.MAIL_WAY = "server.kernel.mail.Outbox", "tests.server.kernel.ways.Shut"
    assert ask().status_code == 401
    send_mail()
    assert {ask(address).status_code for address in ("ana@example.org", "nobody@example.org")} == {503}
    settings.MAIL_WAY = "django.core.mail.backends.locmem.EmailBackend"
    time.advance(timedelta(minutes=1))
    send_mail()
    assert ask().status_code == 401
    assert not OutgoingMail.objects.filter(stuck=True).exists()


def test_a_code_written_down_leaves_and_opens(ana, settings):
    settings.EMAIL_BACKEND = "server.kernel.mail.Outbox"
    phone = Phone()
    phone.call("post", ASKING, {"email": "ana@example.org"})
    assert mail.outbox == []
    send_mail()
    code = code_mailed_to("ana@example.org")
    assert phone.call("post", "/auth/code/confirm", {"code": code}).status_code == 200
    kept = OutgoingMail.objects.filter(body__contains=code)
    assert not kept.exists(), "a code that opens a door is not kept"
