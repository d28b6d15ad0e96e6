"""The fake server's sign-in by e-mail code, answering as allauth's app client does. The code is always 123456."""

from collections.abc import Callable
from typing import Any

import httpx

from mobile.api.fake.asked import Asked
from mobile.api.fake.world import World, new_id

CODE = "123456"
_AUTH = "/api/auth/app/v1/auth"
_PENDING = "pending:"


def _person(world: World, email: str) -> str:
    return next((row["id"] for row in world.people.values() if row["email"] == email), "")


def _answer(status: int, token: str) -> httpx.Response:
    return httpx.Response(status, json={"status": status, "data": {}, "meta": {"session_token": token}})


def _refusal(status: int) -> httpx.Response:
    return httpx.Response(status, json={"status": status, "errors": [{"code": "incorrect_code", "param": "code"}]})


def _request(asked: Asked, known: bool) -> httpx.Response:
    """Answers the same whether the e-mail is known or not; only the right mailbox gets a code."""
    email = asked.body["email"]
    if "@" not in email:
        return _refusal(400)
    token = new_id()
    if bool(_person(asked.world, email)) is known:
        asked.world.tokens[_PENDING + token] = email
    return _answer(401, token)


def _confirm(asked: Asked, field: str) -> httpx.Response:
    """The request's token stands where the person's name does elsewhere: nobody is signed in yet."""
    world, email = asked.world, asked.world.tokens.get(_PENDING + asked.person)
    if email is None or asked.body[field] != CODE:
        return _refusal(400)
    person = _person(world, email)
    if not person:
        person = world.add_person("", email=email)
    world.tokens[asked.person] = person
    return _answer(200, asked.person)


def _sign_out(asked: Asked) -> httpx.Response:
    asked.world.tokens.pop(asked.person, None)
    return _answer(401, "")


ROUTES: tuple[tuple[str, str, Callable[[Asked], Any]], ...] = (
    ("POST", f"{_AUTH}/code/request", lambda asked: _request(asked, known=True)),
    ("POST", f"{_AUTH}/signup", lambda asked: _request(asked, known=False)),
    ("POST", f"{_AUTH}/code/confirm", lambda asked: _confirm(asked, "code")),
    ("POST", f"{_AUTH}/email/verify", lambda asked: _confirm(asked, "key")),
    ("DELETE", f"{_AUTH}/session", _sign_out),
)
