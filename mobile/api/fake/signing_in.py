"""The fake server's sign-in by e-mail code, answering as allauth's app client does. The code is always 123456.

The second factor of whoever has one is what `world.second_factors` says.
"""

from collections.abc import Callable
from typing import Any

import httpx

from mobile.api.fake import keys
from mobile.api.fake.asked import Asked
from mobile.api.fake.world import World, new_id
from shared.codes import Code

CODE = "123456"
_AUTH = "/api/auth/app/v1/auth"
_PENDING, _INVITE = "pending:", "invite:"


def _person(world: World, email: str) -> str:
    return next((row["id"] for row in world.people.values() if row["email"] == email), "")


def _answer(status: int, token: str) -> httpx.Response:
    return httpx.Response(status, json={"status": status, "data": {}, "meta": {"session_token": token}})


def _refusal(status: int, code: str = "incorrect_code") -> httpx.Response:
    return httpx.Response(status, json={"status": status, "errors": [{"code": code, "param": "code"}]})


def _request(asked: Asked, known: bool) -> httpx.Response:
    """Answers the same whether the e-mail is known or not; only the right mailbox gets a code."""
    email = asked.body["email"]
    if "@" not in email:
        return _refusal(400, "invalid")
    token = new_id()
    if bool(_person(asked.world, email)) is known:
        asked.world.tokens[_PENDING + token] = email
        asked.world.tokens[_INVITE + token] = asked.body.get("invite_code", "")
    return _answer(401, token)


def _sign_up(asked: Asked) -> httpx.Response:
    if asked.body["invite_code"] not in asked.world.invites:
        return _refusal(400, Code.INVITE_EXPIRED)
    if asked.body["terms"] != asked.world.terms_version:
        return _refusal(400, Code.TERMS_TO_ACCEPT)
    return _request(asked, known=False)


def _confirm(asked: Asked, field: str) -> httpx.Response:
    """The request's token stands where the person's name does elsewhere: nobody is signed in yet."""
    if keys.NEW_ADDRESS + asked.token in asked.world.tokens:
        return keys.prove_address(asked, asked.body[field] == CODE)
    world, email = asked.world, asked.world.tokens.get(_PENDING + asked.person)
    if email is None or asked.body[field] != CODE:
        return _refusal(400)
    person = _person(world, email)
    if not person:
        inviter = world.invites.pop(world.tokens[_INVITE + asked.person])
        person = world.arrive("", inviter) if inviter else world.add_person("")
        world.people[person]["email"] = email
    if person in world.second_factors:
        return _ask_second(asked.person)
    world.tokens[asked.person] = person
    return _answer(200, asked.person)


def _ask_second(token: str) -> httpx.Response:
    flows = [{"id": "mfa_authenticate", "is_pending": True}]
    return httpx.Response(401, json={"status": 401, "data": {"flows": flows}, "meta": {"session_token": token}})


def _second(asked: Asked) -> httpx.Response:
    world = asked.world
    person = _person(world, world.tokens.get(_PENDING + asked.person, ""))
    if not keys.passes(world, person, asked.body["code"]):
        return _refusal(400)
    world.tokens[asked.person] = person
    return _answer(200, asked.person)


def _sign_out(asked: Asked) -> httpx.Response:
    asked.world.tokens.pop(asked.person, None)
    return _answer(401, "")


ROUTES: tuple[tuple[str, str, Callable[[Asked], Any]], ...] = (
    ("POST", f"{_AUTH}/code/request", lambda asked: _request(asked, known=True)),
    ("POST", f"{_AUTH}/signup", _sign_up),
    ("POST", f"{_AUTH}/code/confirm", lambda asked: _confirm(asked, "code")),
    ("POST", f"{_AUTH}/email/verify", lambda asked: _confirm(asked, "key")),
    ("POST", f"{_AUTH}/2fa/authenticate", _second),
    ("DELETE", f"{_AUTH}/session", _sign_out),
)
