"""allauth's own addresses stand in no schema of ours: every one of them is told nonsense, and none breaks."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from server.people.models import Person
from tests.server.cast import sign_in
from tests.server.project.calls import WRONG

pytestmark = pytest.mark.django_db
AUTH = "api/auth/"
METHODS = ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
JSON = "application/json"
FIELDS = (
    "email", "code", "key", "password", "new_password", "current_password", "username", "id", "sessions", "primary",
    "provider", "process", "token", "authenticators", "name", "phone", "credential", "callback_url",
)  # fmt: skip
ANYTHING = (
    *WRONG[::2],
    {"a": {"b": []}},
    "x" * 100_000,
    "ana@example.org\n",
    "a\u202eb",
    "é" * 300,
    float("inf"),
    2**64,
)
RAW = (
    b"", b"{", b"[]", b"null", b"7", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"email":' * 20_000, b"NaN", b"1e999",
    b'{"email": "\\ud800"}', b'{"code": ' + b"9" * 5000 + b"}", b'{"email": "a@b.c", "email": ["x"]}',
)  # fmt: skip
KINDS = ("application/json; charset=zip", "text/plain", "multipart/form-data", "nonsense", "")


def _addresses(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for one in patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _addresses(one.url_patterns, route)
        elif route.startswith(AUTH):
            yield "/" + route.replace("<int:pk>", "1").replace("<str:key>", "x")


ADDRESSES = sorted(set(_addresses(get_resolver().url_patterns)))


def _assert_no_fault(answer: Any, said: object) -> None:
    assert answer.status_code < 500, (answer.status_code, said)
    if answer.content and answer.status_code != 405:
        json.loads(answer.content)


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture(params=["nobody", "signed in"])
def headers(request: pytest.FixtureRequest, ana: Person) -> dict[str, str]:
    return {"X-Session-Token": sign_in(ana)} if request.param == "signed in" else {}


def test_there_is_something_to_sweep() -> None:
    assert len(ADDRESSES) > 10


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_body_breaks_it(client: Client, headers: dict[str, str], address: str) -> None:
    for body in RAW:
        _assert_no_fault(client.generic("POST", address, body, content_type=JSON, headers=headers), body[:40])
    for kind in KINDS:
        good = b'{"email": "dan@example.org"}'
        _assert_no_fault(client.generic("POST", address, good, content_type=kind, headers=headers), kind)
    for method in METHODS:
        _assert_no_fault(client.generic(method, address, b"{", content_type=JSON, headers=headers), method)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_field_breaks_it(client: Client, ana: Person, address: str) -> None:
    headers = {"X-Session-Token": sign_in(ana)}
    for wrong in ANYTHING:
        body = json.dumps(dict.fromkeys(FIELDS, wrong))
        _assert_no_fault(client.generic("POST", address, body, content_type=JSON, headers=headers), wrong)


@pytest.mark.parametrize("token", ["x" * 32, "é", "x" * 10_000, "\t", "'; --", "../../etc"])
def test_no_token_breaks_it(client: Client, token: str) -> None:
    for address in ADDRESSES:
        _assert_no_fault(client.get(address, headers={"X-Session-Token": token}), address)
