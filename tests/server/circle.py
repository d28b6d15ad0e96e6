"""Ana's promise with Ben as its witness and Cleo in its gallery, and the days it lives through."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from server.habits.services.sweeps import close_due_days, ring_due_reminders
from server.kernel.models import Heartbeat
from server.letters.services.sweeps import turn_due_letters
from server.notifications.relays import ask_for_answers
from server.notifications.rounds import ring_due_rounds
from server.notifications.sender import send_due_deliveries
from server.people.models import Person
from shared import clock
from tests.server import cast, world
from tests.server.cast import Door

DAY = timedelta(days=1)
MORNING, AFTER_GRACE = 9, 12
"""Hours in UTC: ten o'clock where the cast lives, and an hour after their grace has ended."""


@dataclass
class Circle:
    """Doors of the named people, and one daily habit. Time only moves forward, and the sweeps run as it does."""

    time: clock.StoppedClock
    people: dict[str, Person]
    ana: Door
    ben: Door
    cleo: Door
    habit: str

    @property
    def today(self) -> date:
        return clock.now().date()

    def post(self, **changes: Any) -> dict[str, Any]:
        """Ana shows up today."""
        answer = world.check_in(self.ana, self.habit, self.today, **changes)
        assert answer.status_code in {200, 201}, answer.content
        return dict(answer.json())

    def keep(self, days: int) -> None:
        """Ana shows up on this many days in a row, beginning today; it is the morning after them."""
        for _ in range(days):
            self.post()
            self.wake()

    def wake(self, days: int = 1) -> None:
        """The next morning."""
        self.go(self.today + days * DAY, MORNING)

    def stay_away(self) -> date:
        """Today stays empty; it is tomorrow, just after grace. Answers the empty day."""
        empty = self.today
        self.go(empty + DAY, AFTER_GRACE)
        return empty

    def miss_a_day(self) -> dict[str, Any]:
        """Seven gentle days kept and the eighth missed; answers Ana's miss."""
        self.keep(7)
        self.stay_away()
        return dict(self.item()["miss"])

    def go(self, day: date, hour: int) -> None:
        self.time.move_to(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))
        self.settle()

    def settle(self) -> None:
        """Everything that runs by itself has run, and was running all the while: no silence looks like an outage."""
        Heartbeat.objects.all().delete()
        while close_due_days(now=clock.now()):
            pass
        while ring_due_reminders(now=clock.now()):
            pass
        while turn_due_letters(now=clock.now()):
            pass
        cast.relay_all()

    def call(self) -> None:
        """What friends are told about unanswered days and about their rounds has been decided."""
        self.settle()
        while ask_for_answers(now=clock.now()):
            pass
        while ring_due_rounds(now=clock.now()):
            pass

    def send(self) -> None:
        """The sender has sent what is due."""
        cast.relay_all()
        while send_due_deliveries(now=clock.now()):
            pass

    def item(self) -> dict[str, Any]:
        """The habit in Ana's today."""
        items = self.ana.get("/today").json()["habits"]
        return next(item for item in items if item["id"] == self.habit)

    def face(self, name: str) -> dict[str, Any]:
        """Somebody in the crowd of Ana's today."""
        return next(face for face in self.item()["crowd"] if face["person"]["name"] == name)

    def day(self, on: date | None = None) -> str:
        return f"/habits/{self.habit}/days/{on or self.today}"


def notices(door: Door) -> list[str]:
    """What this person is told, newest first."""
    return [item["text"] for item in door.get("/notices").json()["items"]]


def gather(time: clock.StoppedClock, **promise: Any) -> Circle:
    """A new circle; keywords change the promise."""
    people = {name: cast.arrive(name) for name in ("Ana", "Ben", "Cleo")}
    doors = {name: cast.door_of(person) for name, person in people.items()}
    habit = world.promise(doors["Ana"], **promise)["id"]
    for name, role in (("Ben", "witness"), ("Cleo", "gallery")):
        cast.befriend(people["Ana"], people[name])
        world.take_seat(doors["Ana"], doors[name], people[name].id, habit, role)
    circle = Circle(time, people, doors["Ana"], doors["Ben"], doors["Cleo"], habit)
    circle.settle()
    # Rows of one instant have no order; what comes now comes later.
    time.advance(timedelta(minutes=1))
    return circle


def everybody(circle: Circle) -> dict[str, Door]:
    """A door for every way of standing to Ana's habit."""
    doors = {"owner": circle.ana, "witness": circle.ben, "gallery": circle.cleo, "anonymous": cast.door_of(None)}
    endings: dict[str, Callable[[Person], Any]] = {
        "former witness": lambda person: world.end_seat(circle.ana, person.id, circle.habit),
        "unfriended": lambda person: circle.ana.delete(f"/friends/{person.id}"),
        "blocked": lambda person: circle.ana.put(f"/blocks/{person.id}"),
        "suspended": lambda person: Person.objects.filter(pk=person.pk).update(is_active=False),
    }
    for role in ("friend", "invited", *endings):
        person = cast.arrive(role.title().replace(" ", ""))
        cast.befriend(circle.people["Ana"], person)
        doors[role] = cast.door_of(person)
        if role == "invited":
            world.offer_seat(circle.ana, person.id, circle.habit)
        elif role in endings:
            world.take_seat(circle.ana, doors[role], person.id, circle.habit, "witness")
            endings[role](person)
    doors["stranger"] = cast.door_of(cast.arrive("Dan"))
    return doors
