"""The fake server's second keys and changes of address, answering as allauth's app client does.

The digits of everybody's authenticator app are always 654321, and work more than once here.
"""

from collections.abc import Callable
from typing import Any

import httpx

from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body, World

DIGITS, SECRET = "654321", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_API = "/api/auth/app/v1"
_TOTP = f"{_API}/account/authenticators/totp"
_PAPER = f"{_API}/account/authenticators/recovery-codes"
NEW_ADDRESS = "address:"
"""Stands before a token whose person wants another address."""


def passes(world: World, person: str, code: str) -> bool:
    """The digits as often as one likes, a code on paper once."""
    if code in world.paper.get(person, []):
        world.paper[person].remove(code)
        return True
    return code == world.second_factors.get(person)


def _person(asked: Asked) -> str:
    """Where signing in is spoken of, the token stands in the person's place."""
    return asked.world.tokens.get(asked.token, "")


def _done(data: Body | None = None) -> httpx.Response:
    return httpx.Response(200, json={"status": 200, "data": data or {}, "meta": {}})


def _refused(code: str) -> httpx.Response:
    return httpx.Response(400, json={"status": 400, "errors": [{"code": code, "param": "code"}]})


def _out() -> httpx.Response:
    return httpx.Response(401, json={"status": 401, "data": {"flows": []}, "meta": {"is_authenticated": False}})


def _weighty(serve: Callable[[Asked, str], httpx.Response]) -> Callable[[Asked], httpx.Response]:
    """Whoever has a second key gave it a moment ago, or is asked for it."""

    def guarded(asked: Asked) -> httpx.Response:
        person = _person(asked)
        if not person:
            return _out()
        if person in asked.world.second_factors and asked.token not in asked.world.confirmed:
            flows = [{"id": "mfa_reauthenticate", "types": ["totp", "recovery_codes"]}]
            told = {"status": 401, "data": {"flows": flows}, "meta": {"is_authenticated": True}}
            return httpx.Response(401, json=told)
        return serve(asked, person)

    return guarded


def _offer(asked: Asked) -> httpx.Response:
    person = _person(asked)
    if not person:
        return _out()
    if person in asked.world.second_factors:
        return _done({"type": "totp"})
    address = f"otpauth://totp/Kith:{asked.world.people[person]['email']}?secret={SECRET}&issuer=Kith"
    return httpx.Response(404, json={"status": 404, "meta": {"secret": SECRET, "totp_url": address}})


def _add(asked: Asked, person: str) -> httpx.Response:
    if asked.body["code"] != DIGITS:
        return _refused("incorrect_code")
    asked.world.second_factors[person] = DIGITS
    return _new_paper(asked, person)


def _remove(asked: Asked, person: str) -> httpx.Response:
    asked.world.second_factors.pop(person, None)
    asked.world.paper.pop(person, None)
    return _done()


def _paper(asked: Asked, person: str) -> httpx.Response:
    return _done({"type": "recovery_codes", "unused_codes": list(asked.world.paper[person])})


def _new_paper(asked: Asked, person: str) -> httpx.Response:
    made = asked.world.paper_made
    asked.world.paper_made += 10
    asked.world.paper[person] = [f"{46_213_000 + 7919 * (made + number)}" for number in range(10)]
    return _paper(asked, person)


def _confirm(asked: Asked) -> httpx.Response:
    person = _person(asked)
    if not person:
        return _out()
    if not passes(asked.world, person, asked.body["code"]):
        return _refused("incorrect_code")
    asked.world.confirmed.add(asked.token)
    return _done()


def _change_address(asked: Asked, person: str) -> httpx.Response:
    email = asked.body["email"]
    if "@" not in email or email == asked.world.people[person]["email"]:
        return _refused("invalid")
    asked.world.tokens[NEW_ADDRESS + asked.token] = email
    return _done()


def prove_address(asked: Asked, right: bool) -> httpx.Response:
    person, email = _person(asked), asked.world.tokens[NEW_ADDRESS + asked.token]
    if not right:
        return _refused("incorrect_code")
    if any(one["email"] == email for one in asked.world.people.values()):
        return _refused("email_taken")
    asked.world.people[person]["email"] = email
    asked.world.note(person, "me", person)
    del asked.world.tokens[NEW_ADDRESS + asked.token]
    return _done()


ROUTES: tuple[tuple[str, str, Callable[[Asked], Any]], ...] = (
    ("GET", _TOTP, _offer),
    ("POST", _TOTP, _weighty(_add)),
    ("DELETE", _TOTP, _weighty(_remove)),
    ("GET", _PAPER, _weighty(_paper)),
    ("POST", _PAPER, _weighty(_new_paper)),
    ("POST", f"{_API}/auth/2fa/reauthenticate", _confirm),
    ("POST", f"{_API}/account/email", _weighty(_change_address)),
)
