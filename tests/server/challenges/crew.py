"""People who keep one promise together: Ana makes it, her friends come in, and days pass."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from server.challenges.services.ends import end_due_challenges, tell_due_eves
from server.people.models import Person
from shared import clock, ids
from tests.server import cast, world
from tests.server.cast import Door

DAY = timedelta(days=1)
MONDAY = date(2026, 3, 2)
"""The day every server test begins on."""
TERMS: dict[str, dict[str, Any]] = {
    "duet": {"title": "Side by side"},
    "together": {"title": "This evening", "asks_at": 18 * 60},
    "chain": {"title": "Practise"},
    "goal": {"title": "Walk to the sea", "goal": "100", "unit": "km"},
    "league": {"title": "In the open", "ends_on": str(MONDAY + 13 * DAY)},
}


@dataclass
class Crew:
    """Doors and people by name, and the habit each brought."""

    time: clock.StoppedClock
    kind: str
    id: str = ""
    people: dict[str, Person] = field(default_factory=dict)
    doors: dict[str, Door] = field(default_factory=dict)
    habits: dict[str, str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"/challenges/{self.id}"

    def arrive(self, name: str, zone: str = "Europe/Berlin") -> Person:
        """Somebody new, a grown-up and a friend of Ana's."""
        self.people[name], self.zones[name] = cast.arrive(name, zone=zone), zone
        Person.objects.filter(pk=self.people[name].pk).update(birth_year=1990)
        self.doors[name] = cast.door_of(self.people[name])
        if name != "Ana":
            cast.befriend(self.people["Ana"], self.people[name])
        return self.people[name]

    def bring(self, name: str) -> dict[str, Any]:
        self.habits.setdefault(name, str(ids.uuid7()))
        return {"habit": self.habits[name]} | ({"own_target": "5"} if self.kind == "goal" else {})

    def make(self, **changes: Any) -> Any:
        self.id = str(ids.uuid7())
        said = {"kind": self.kind, "starts_on": str(MONDAY), "ends_on": str(MONDAY + 20 * DAY)} | TERMS[self.kind]
        return self.doors["Ana"].put(self.path, json=said | self.bring("Ana") | changes)

    def join(self, name: str, **changes: Any) -> Any:
        """Ana asks, they come in."""
        asked = self.doors["Ana"].put(f"{self.path}/asked/{self.people[name].id}")
        assert asked.status_code == 200, asked.content
        return self.doors[name].put(f"{self.path}/membership", json=self.bring(name) | changes)

    def post(self, name: str, day: date | None = None, **changes: Any) -> Any:
        """They show up, today by their own wall unless said otherwise."""
        on = day or self.today(name)
        said = {"zone": self.zones[name]} | ({"amount": "5"} if self.kind == "goal" else {}) | changes
        answer = world.check_in(self.doors[name], self.habits[name], on, **said)
        assert answer.status_code in {200, 201}, answer.content
        return answer.json()

    def show(self, name: str, **changes: Any) -> Any:
        """They show up with a photo."""
        photo = world.put_photo(self.doors[name], photo_id=str(ids.uuid7())).json()["id"]
        return self.post(name, photos=[photo], **changes)

    def today(self, name: str) -> date:
        return date.fromisoformat(self.page(name)["today"])

    def page(self, name: str) -> dict[str, Any]:
        answer = self.doors[name].get(self.path)
        assert answer.status_code == 200, answer.content
        return dict(answer.json())

    def row(self, viewer: str, name: str) -> list[str]:
        """The days of one member, as another sees them."""
        return next(one["days"] for one in self.page(viewer)["members"] if one["person"]["name"] == name)

    def face(self, viewer: str, name: str) -> dict[str, Any]:
        return next(one for one in self.page(viewer)["faces"] if one["person"]["name"] == name)

    def photo(self, viewer: str, name: str, day: date, n: int = 1) -> int:
        """What asking for somebody's photo is answered."""
        address = f"{self.path}/members/{self.people[name].id}/days/{day}/photos/{n}/320"
        return int(self.doors[viewer].get(address).status_code)

    def progress(self, name: str = "Ana") -> dict[str, Any]:
        return dict(self.page(name)["progress"])

    def go(self, day: date, hour: int = 9) -> None:
        self.time.move_to(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))
        self.settle()

    def settle(self) -> None:
        """What runs by itself has run."""
        while end_due_challenges(now=clock.now()):
            pass
        while tell_due_eves(now=clock.now()):
            pass
        cast.relay_all()

    def told(self, name: str) -> list[str]:
        """What this member hears of groups, newest first."""
        self.settle()
        items = self.doors[name].get("/notices").json()["items"]
        return [one["text"] for one in items if one["challenge"]]


def gather(time: clock.StoppedClock, kind: str, *names: str, **changes: Any) -> Crew:
    """Ana and these friends, all in it before it starts today."""
    crew = Crew(time, kind)
    for name in ("Ana", *names):
        crew.arrive(name)
    made = crew.make(**changes)
    assert made.status_code == 201, made.content
    for name in names:
        time.advance(timedelta(seconds=1))
        joined = crew.join(name)
        assert joined.status_code == 200, joined.content
    crew.settle()
    time.advance(timedelta(minutes=1))
    return crew
