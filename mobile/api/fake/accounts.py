"""The fake server's accounts: who runs it, the terms, and who came in with whose link."""

from collections.abc import Callable
from typing import Any

import httpx

from mobile.api.fake import printing
from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body, text
from shared import clock, limits
from shared.codes import Code, Refused

ADDRESS = "http://kith.test"
"""Where it says it is."""
_API = "/api/v1"
_ONE = "([^/]+)"


def _about(asked: Asked) -> Body:
    return {
        "operator": "Ottilie", "contact": "ottilie@example.org", "terms_version": asked.world.terms_version,
        "terms_url": f"{ADDRESS}/legal/terms-1", "privacy_url": f"{ADDRESS}/legal/privacy-1", "open_sign_up": False,
    }  # fmt: skip


def _text(asked: Asked) -> httpx.Response:
    document, version = asked.names
    said = f"# {document.title()}, version {version}\n\n## Who may use it\n\n- You are **16 or older**.\n"
    return httpx.Response(200, headers={"Content-Type": "text/plain; charset=utf-8"}, text=said)


def _accept_terms(asked: Asked) -> Body:
    if asked.body["version"] != asked.world.terms_version:
        raise Refused(Code.CONFLICT)
    asked.world.accepted[asked.person] = asked.body["version"]
    asked.world.note(asked.person, "me", asked.person)
    return printing.me(asked.world, asked.person)


def _arrivals(asked: Asked) -> Body:
    until = text(clock.now() + limits.CONFIRM_WITHIN)
    mine = [person for person, inviter in asked.world.arrivals.items() if inviter == asked.person]
    named = [asked.world.shown(person) for person in mine if asked.world.people[person]["name"]]
    return {"items": [one | {"until": until} for one in named]}


def _answer_arrival(asked: Asked) -> None:
    person = asked.names[0]
    if asked.world.arrivals.get(person) != asked.person:
        raise Refused(Code.NOT_FOUND)
    del asked.world.arrivals[person]
    asked.world.note(person, "me", person)
    if asked.body["answer"] == "yes":
        asked.world.befriend(asked.person, person)


ROUTES: tuple[tuple[str, str, Callable[[Asked], Any]], ...] = (
    ("GET", f"{_API}/about", _about),
    ("GET", "/legal/([a-z]+)-([0-9]+)", _text),
    ("PUT", f"{_API}/me/terms", _accept_terms),
    ("GET", f"{_API}/arrivals", _arrivals),
    ("PUT", f"{_API}/arrivals/{_ONE}", _answer_arrival),
)
