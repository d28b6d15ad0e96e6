"""Exports and departures on the fake server: packed when they are next looked at, and taken back until they end."""

from collections.abc import Callable
from typing import Any

import httpx

from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body, text
from shared import clock, limits
from shared.codes import Code, Refused

_API = "/api/v1"
_EXPORT = f"{_API}/exports/([^/]+)"
PACKAGE = b"PK a package"


def _ask(asked: Asked) -> Body:
    export = asked.names[0]
    if export not in asked.world.exports:
        if any(one["state"] == "waiting" for one in _mine(asked)):
            raise Refused(Code.EXPORT_RUNNING)
        asked.world.exports[export] = {
            "id": export, "owner": asked.person, "state": "waiting", "progress": 0, "size": 0,
            "asked_at": text(clock.now()), "ready_at": None, "expires_at": None,
        }  # fmt: skip
    return _shown(_own(asked))


def _read(asked: Asked) -> Body:
    export = _own(asked)
    if export["state"] == "waiting":
        until = text(clock.now() + limits.EXPORT_KEPT)
        done = {"state": "ready", "progress": 100, "size": len(PACKAGE), "ready_at": text(clock.now())}
        export.update(done | {"expires_at": until})
    return _shown(export)


def _fetch(asked: Asked) -> httpx.Response:
    if _own(asked)["state"] == "waiting":
        raise Refused(Code.EXPORT_NOT_READY)
    return httpx.Response(200, headers={"Content-Type": "application/zip"}, content=PACKAGE)


def _own(asked: Asked) -> Body:
    export = asked.world.exports.get(asked.names[0])
    if export is None or export["owner"] != asked.person:
        raise Refused(Code.NOT_FOUND)
    return export


def _mine(asked: Asked) -> list[Body]:
    return [export for export in asked.world.exports.values() if export["owner"] == asked.person]


def _shown(export: Body) -> Body:
    return {name: value for name, value in export.items() if name != "owner"}


def _departure(asked: Asked) -> Body:
    asked_at = asked.world.departures.get(asked.person)
    ends_at = asked_at + limits.DEPARTURE_GRACE if asked_at else None
    return {
        "leaving": asked_at is not None, "asked_at": text(asked_at) if asked_at else None,
        "ends_at": text(ends_at) if ends_at else None, "by_host": False,
    }  # fmt: skip


def _leave(asked: Asked) -> Body:
    if asked.body.get("leave") is not True:
        raise Refused(Code.INVALID)
    asked.world.departures.setdefault(asked.person, clock.now())
    for pair in [pair for pair in asked.world.friends if asked.person in pair]:
        del asked.world.friends[pair]
    return _departure(asked)


def _stay(asked: Asked) -> None:
    asked.world.departures.pop(asked.person, None)


ROUTES: tuple[tuple[str, str, Callable[[Asked], Any]], ...] = (
    ("GET", f"{_API}/exports", lambda asked: {"items": [_shown(export) for export in _mine(asked)][::-1]}),
    ("PUT", _EXPORT, _ask),
    ("GET", _EXPORT, _read),
    ("GET", f"{_EXPORT}/file", _fetch),
    ("GET", f"{_API}/departure", _departure),
    ("PUT", f"{_API}/departure", _leave),
    ("DELETE", f"{_API}/departure", _stay),
)
