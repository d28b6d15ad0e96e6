"""The people every server test is about, and the door each of them knocks on.

Ana promises; Ben is her witness; Cleo sits in her gallery; Dan is a stranger; Eve is one more friend to come.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rest_framework.test import APIClient

from server.kernel.relay import relay
from server.people.models import Person
from server.people.services.arrivals import admit_person
from server.people.services.clocks import record_clock_change
from server.people.services.invites import accept_invite, open_invite
from server.people.sessions import open_session as sign_in
from shared import clock
from tests.server.documented import assert_documented

RELAY_ROUNDS = 50


def arrive(name: str, *, zone: str = "Europe/Berlin", day_start: int = 0, host: str = "example.org") -> Person:
    """Somebody new, living in this zone from the beginning; `host` keeps two of one name apart."""
    now = clock.now()
    person = admit_person(email=f"{name.lower()}@{host}", name=name, now=now)
    record_clock_change(person=person, zone=zone, day_start=day_start, at=now, now=now, from_the_start=True)
    return person


def befriend(a: Person, b: Person, *, now: datetime | None = None) -> None:
    """`a` invites `b`, who accepts."""
    instant = now or clock.now()
    _, token = open_invite(inviter=a, now=instant)
    accept_invite(person=b, token=token, now=instant)


def relay_all() -> None:
    """Run the relay until nothing is due at the present instant."""
    for _ in range(RELAY_ROUNDS):
        if not relay(now=clock.now()):
            return
    raise AssertionError("the relay found something due in every round: a handler fails or never ends")


@dataclass
class Door:
    """The API as one person (or nobody) uses it: paths under /api/v1, JSON both ways unless `data` holds raw bytes."""

    token: str | None = None
    client: APIClient = field(default_factory=APIClient)

    def get(self, path: str, **headers: str) -> Any:
        return self._call("get", path, None, None, headers)

    def put(self, path: str, json: Any = None, data: bytes | None = None, **headers: str) -> Any:
        return self._call("put", path, json, data, headers)

    def post(self, path: str, json: Any = None, data: bytes | None = None, **headers: str) -> Any:
        return self._call("post", path, json, data, headers)

    def patch(self, path: str, json: Any = None, data: bytes | None = None, **headers: str) -> Any:
        return self._call("patch", path, json, data, headers)

    def delete(self, path: str, json: Any = None, data: bytes | None = None, **headers: str) -> Any:
        return self._call("delete", path, json, data, headers)

    def _call(self, method: str, path: str, json: Any, data: bytes | None, headers: dict[str, str]) -> Any:
        """Headers are given as keywords: `If_None_Match="…"`, `Content_Type="image/png"`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        content_type = named.pop("Content-Type", "application/octet-stream")
        if self.token:
            named["X-Session-Token"] = self.token
        body = {"data": json, "format": "json"} if data is None else {"data": data, "content_type": content_type}
        answer = getattr(self.client, method)(
            f"/api/v1{path}", headers=named, **(body if json is not None or data is not None else {})
        )
        assert_documented(method, answer)
        return answer


def door_of(person: Person | None) -> Door:
    """A door for this person, signed in; for None, one without a token."""
    return Door(sign_in(person) if person else None)
