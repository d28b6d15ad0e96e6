"""Ana with two promises and two witnesses; every answer she gets is searched for words that are not hers to read."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from server.letters.models import GoldLetter, SealedLetter
from server.people.models import Person
from shared.clock import StoppedClock, stopped_at
from tests.server import cast, world
from tests.server.awake import live
from tests.server.cast import Door
from tests.server.letters import story

CANARY = re.compile(r"Canary[0-9]+x")
DAY = timedelta(days=1)


@dataclass
class WatchedDoor(Door):
    """A door whose every answer is searched for words that are not its owner's to read."""

    owner: Person | None = None

    def _call(self, method: str, path: str, json: Any, data: bytes | None, headers: dict[str, str]) -> Any:
        answer = super()._call(method, path, json, data, headers)
        assert answer.status_code < 500, (method, path, answer.content[:300])
        found = set(CANARY.findall(answer.content.decode(errors="replace")))
        assert found <= readable(), (method, path, found)
        return answer


def readable() -> set[str]:
    """Words that Ana opened, or that opened for her."""
    blue = SealedLetter.objects.filter(opened_at__isnull=False).values_list("text", flat=True)
    return {*blue, *GoldLetter.objects.filter(opened_at__isnull=False).values_list("text", flat=True)}


@dataclass
class Stage:
    """A life that leaves nothing behind: its transaction is taken back at the end."""

    begin: datetime
    stack: ExitStack = field(default_factory=ExitStack)
    written: int = 0

    def __post_init__(self) -> None:
        self.stack.enter_context(transaction.atomic())
        self.time: StoppedClock = self.stack.enter_context(stopped_at(self.begin))
        self.people = {name: cast.arrive(name) for name in ("Ana", "Ben", "Eve")}
        token = cast.door_of(self.people["Ana"]).token
        self.ana = WatchedDoor(token, owner=self.people["Ana"])
        self.doors = {name: cast.door_of(self.people[name]) for name in ("Ben", "Eve")}
        self.habits = [world.promise(self.ana, title=title, starts_on=story.PROMISED)["id"] for title in ("A", "B")]
        for name in self.doors:
            self.seat(name)
        for habit in self.habits:
            self.write(habit)

    def close(self) -> None:
        transaction.set_rollback(True)
        self.stack.close()

    def seat(self, name: str) -> None:
        """Friends, witness of both, and keeping; whatever of it stands already stays."""
        person = self.people[name]
        if self.ana.delete(f"/blocks/{person.id}").status_code == 204:
            cast.befriend(self.people["Ana"], person)
        for habit in self.habits:
            self.ana.put(f"/habits/{habit}/seats/{person.id}", {"role": "witness"})
            self.doors[name].put(f"/habits/{habit}/seat", {"answer": "accept", "keeps_letter": True})

    def canary(self) -> str:
        self.written += 1
        return f"Canary{self.written}x"

    def write(self, habit: str) -> None:
        self.ana.put(f"/habits/{habit}/blue-letter", {"text": self.canary()})

    def let_pass(self, hours: int) -> None:
        live(self.time, self.time.instant + timedelta(hours=hours))
        cast.relay_all()

    def misses(self) -> list[dict[str, Any]]:
        return list(self.ana.get("/changes").json()["misses"])

    def read_everything(self) -> None:
        """Whatever Ana may read, the letters of every miss included: each answer is searched as it arrives."""
        for path in self._everything():
            self.ana.get(path)

    def _everything(self) -> Iterator[str]:
        yield from ("/today", "/changes", "/changes?after=0", "/notices", "/habits", "/seats", "/rounds", "/feed")
        for habit in self.habits:
            yield from (f"/habits/{habit}{more}" for more in ("", "/calendar", "/blue-letter", "/letters"))
            yield f"/habits/{habit}/gold-letter"
        yield from (f"/misses/{miss['id']}/letter" for miss in self.misses())
