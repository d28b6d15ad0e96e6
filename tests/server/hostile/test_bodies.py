"""Bodies and addresses nobody would send by accident, through the whole server: refused in our words, nothing kept."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from server.people.models import Person
from tests.server.cast import door_of, sign_in
from tests.server.hostile.asgi import Answer, ask

pytestmark = pytest.mark.django_db(transaction=True)
MB = 1024 * 1024


def endless() -> Iterator[bytes]:
    yield b'{"name": "'
    more = b"x" * 1000
    while True:
        yield more


def change_me(person: Person, body: bytes, **headers: Any) -> Answer:
    return ask("PATCH", "/api/v1/me", token=sign_in(person), pieces=[body, b""], **headers)


def name_of(person: Person) -> str:
    return str(Person.objects.get(pk=person.pk).name)


def test_a_body_too_large_is_not_taken_when_it_says_so(ana: Person) -> None:
    answer = ask("PATCH", "/api/v1/me", token=sign_in(ana), pieces=endless(), announced=50 * MB)
    assert answer.problem() == (413, "too_large")
    assert name_of(ana) == "Ana"


def test_a_body_in_pieces_is_a_body(ana: Person) -> None:
    answer = ask("PATCH", "/api/v1/me", token=sign_in(ana), pieces=[b'{"name":', b' "Anna"}', b""])
    assert (answer.status, name_of(ana)) == (200, "Anna")


def test_a_body_that_never_ends_is_cut(ana: Person) -> None:
    answer = ask("PATCH", "/api/v1/me", token=sign_in(ana), pieces=endless())
    assert answer.problem() == (413, "too_large")
    assert name_of(ana) == "Ana"


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 10_000 + b"]" * 10_000, b'{"name":' * 10_000 + b"1" + b"}" * 10_000, b'{"name": [' + b"[" * 400_000,
        b'{"quiet_from": ' + b"9" * 100_000 + b"}", b'{"quiet_from": 1e999999}', b'{"quiet_from": NaN}',
        b'{"quiet_from": -Infinity}', b'{"name": "a", "name": "b"}', b'{"name": "\\ud800"}', b'{"\\udfff": 1}',
        b'{"name": "\xed\xa0\x80"}', b'{"name": "\xc0\xaf"}', b"\xff\xfe{\x00}\x00", b'{"name": "a"} {"name": "b"}',
        b'{"name": "a",}', b"{'name': 'a'}", b'{"name": "a"', b"\x00", b"\xef\xbb\xbf{}",
    ],
)  # fmt: skip
def test_what_is_no_honest_json_is_refused(ana: Person, body: bytes) -> None:
    assert change_me(ana, body).problem() == (400, "invalid")
    assert name_of(ana) == "Ana"


@pytest.mark.parametrize("charset", ["zip", "utf-16", "utf-7", "unicode_escape", "hex", "idna", "nonsense", "\xe9"])
def test_an_encoding_is_not_the_callers_to_choose(ana: Person, charset: str) -> None:
    kind = f"application/json; charset={charset}"
    answer = change_me(ana, json.dumps({"name": "Ána"}).encode(), Content_Type=kind)
    assert answer.status in {200, 400, 415}, answer.content
    assert name_of(ana) in {"Ana", "Ána"}
    asked = ask("GET", "/api/v1/feed", token=sign_in(ana), query=b"cursor=%ff", Content_Type=kind)
    assert asked.problem() == (400, "invalid")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/xml", "x", ""]
)
def test_another_kind_of_body_is_not_read(ana: Person, kind: str) -> None:
    assert change_me(ana, b"name=Eve", Content_Type=kind).problem() in {(415, "unsupported"), (400, "invalid")}
    assert name_of(ana) == "Ana"


@pytest.mark.parametrize("header", ["X_HTTP_Method_Override", "X_Method_Override", "X_HTTP_Method"])
def test_a_method_is_what_it_is(ana: Person, header: str) -> None:
    answer = ask("GET", "/api/v1/me", token=sign_in(ana), query=b"_method=DELETE", **{header: "DELETE"})
    assert answer.status == 200
    assert ask("POST", "/api/v1/me", token=sign_in(ana), **{header: "PATCH"}).status == 405


@pytest.mark.parametrize("many", [200, 2_000])
def test_query_parameters_without_number(ana: Person, many: int) -> None:
    query = b"&".join(b"p%d=%d" % (n, n) for n in range(many))
    answer = ask("GET", "/api/v1/feed", token=sign_in(ana), query=query)
    assert answer.status == 200 if many == 200 else answer.problem() == (400, "invalid")


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/friends/%00",
        "/api/v1/../admin",
        "/api/v1//me",
        "/api/v1/me/../../me",
        "/api/v1/me;a=b",
        "/api/v1/\ud7ff",
    ],
)
def test_an_address_nobody_has_is_nowhere(ana: Person, path: str) -> None:
    assert ask("GET", path, token=sign_in(ana)).problem() == (404, "not_found")


@pytest.mark.parametrize("host", ["evil.example", "", "local\xe9host", "localhost, evil.example"])
def test_another_host_is_refused(ana: Person, host: str) -> None:
    assert ask("GET", "/api/v1/me", token=sign_in(ana), Host=host).problem() == (400, "invalid")


@pytest.mark.parametrize("token", ["", "x", "x" * 5000, "\xe9", "' or 1=1 --", "a b", "\x7f" * 32])
def test_a_forged_token_is_nobody(ana: Person, token: str) -> None:
    assert ask("GET", "/api/v1/me", X_Session_Token=token).problem() == (401, "not_authenticated")
    assert door_of(ana).get("/me").status_code == 200
