"""Where somebody is signed in on the fake server: one session for each of their tokens."""

from collections.abc import Callable
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body, text
from shared import clock

_API = "/api/v1"


def session_id(token: str) -> str:
    return str(uuid5(NAMESPACE_OID, token))


def _mine(asked: Asked) -> list[str]:
    return [token for token, person in asked.world.tokens.items() if person == asked.person]


def _list(asked: Asked) -> Body:
    now = clock.now()
    return {"items": [
        {
            "id": session_id(token), "device": "Kith on a phone" if token == asked.token else token,
            "began_at": text(now), "used_on": now.date().isoformat(), "current": token == asked.token,
        }
        for token in _mine(asked)
    ]}  # fmt: skip


def _end(asked: Asked) -> None:
    for token in _mine(asked):
        if session_id(token) == asked.names[0]:
            del asked.world.tokens[token]


def _end_others(asked: Asked) -> None:
    for token in _mine(asked):
        if token != asked.token:
            del asked.world.tokens[token]


ROUTES: tuple[tuple[str, str, Callable[[Asked], Any]], ...] = (
    ("GET", f"{_API}/sessions", _list),
    ("DELETE", f"{_API}/sessions", _end_others),
    ("DELETE", f"{_API}/sessions/([^/]+)", _end),
)
