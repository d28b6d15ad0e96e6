"""Whatever is refused, it is said in one shape, and nothing breaks."""

import json

import pytest
from django.test import RequestFactory
from rest_framework import exceptions

from server.kernel.problems import answer_exception
from server.project import errors
from shared.codes import SENTENCES, Code, Refused

pytestmark = pytest.mark.django_db


def assert_problem(answer, status, code):
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    body = json.loads(answer.content)
    assert set(body) - {"fields"} == {"type", "title", "status", "detail", "code"}
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"] == f"urn:kith:{code}"
    assert body["title"] == SENTENCES[Code(code)]
    return body


def test_400_says_which_field(door, ana):
    body = assert_problem(door(ana).patch("/me", {"avatar": "none"}), 400, "invalid")
    assert list(body["fields"]) == ["avatar"]


def test_401_says_how_to_come_in(door):
    answer = door(None).get("/me")
    assert_problem(answer, 401, "not_authenticated")
    assert answer["WWW-Authenticate"] == "Session-Token"


@pytest.mark.parametrize("path", ["/invites/unknown/preview", "/nowhere", "/friends/no-uuid", "/me/"])
def test_404_for_what_is_not_there(door, ana, path):
    assert_problem(door(ana).get(path), 404, "not_found")


def test_404_outside_the_api_is_a_page(client):
    assert client.get("/nowhere")["Content-Type"].startswith("text/html")


def test_405_names_what_is_allowed(door, ana):
    answer = door(ana).delete("/me")
    assert_problem(answer, 405, "invalid")
    assert "PATCH" in answer["Allow"]


def test_409_and_410_and_422(door, ana):
    token = door(ana).post("/invites").json()["token"]
    assert_problem(door(ana).get(f"/invites/{token}/preview"), 409, "own_invite")
    for _ in range(19):
        door(ana).post("/invites")
    assert_problem(door(ana).post("/invites"), 422, "too_many_invites")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "image/png"])
def test_415_for_a_body_of_another_kind(door, ana, kind):
    assert_problem(door(ana).patch("/me", data=b"name=x", Content_Type=kind), 415, "unsupported")


@pytest.mark.parametrize(
    "body",
    [
        b"{", b"nonsense", b"", b"[]", b'"name"', b"null", b"1e999", b'{"name": NaN}', b'{"grace_minutes": Infinity}',
        b"\xff\xfe\x00", b'{"name": "\xff"}', b'{"name": "\\ud800"}', b'{"name": "\\u0000"}',
        b"[" * 200_000, b'{"name":' * 50_000, b'{"grace_minutes": ' + b"9" * 5000 + b"}",
    ],
)  # fmt: skip
def test_json_that_is_none_is_refused(door, ana, body):
    before = door(ana).get("/me").json()
    answer = door(ana).patch("/me", data=body, Content_Type="application/json")
    if body:
        assert_problem(answer, 400, "invalid")
    assert door(ana).get("/me").json() == before


def test_json_of_any_length_is_not_read(door, ana):
    body = b'{"name": "' + b"x" * 1_000_001 + b'"}'
    assert_problem(door(ana).patch("/me", data=body, Content_Type="application/json"), 413, "too_large")


def test_429_says_when_to_come_back():
    for error in (Refused(Code.TOO_MANY), Refused(Code.PHOTO_BUSY), exceptions.Throttled(), exceptions.Throttled(9)):
        answer = answer_exception(error, {})
        assert answer.status_code == 429
        assert int(answer["Retry-After"]) > 0
    assert answer["Retry-After"] == "9"


@pytest.mark.parametrize("accept", ["text/html", "image/*", "nonsense"])
def test_the_answer_does_not_depend_on_the_accept_header(door, ana, accept):
    assert door(ana).get("/me", Accept=accept).json()["name"] == "Ana"


def test_what_nobody_foresaw_stays_an_error():
    assert answer_exception(RuntimeError("a fault of ours"), {}) is None


def test_a_fault_of_ours_tells_the_phone_to_come_back_and_nothing_else():
    answer = errors.broken(RequestFactory().get("/api/v1/me"))
    assert_problem(answer, 500, "unavailable")


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_status_and_a_sentence(code):
    answer = answer_exception(Refused(code), {})
    assert 400 <= answer.status_code < 600
    assert answer.data["detail"]


def test_400_outside_of_any_view():
    answer = errors.not_understood(RequestFactory().get("/api/v1/me"), RuntimeError())
    assert_problem(answer, 400, "invalid")
