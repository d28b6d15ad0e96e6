"""One life in two worlds, side by side under one clock: alike in all that everybody may know, not in the rest.

Both have the same people, who do the same at the same instants. In the world *here* some of Ana's days are not due, or
rested; *there* the same days are missed, and all that follows happens: cards, cheers, letters, comebacks.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from server.habits.models import Season
from server.habits.selectors.audiences import open_seats
from server.notifications.channels import CHANNELS, Outcome, Parcel
from server.notifications.models import Notice
from server.notifications.relays import ask_for_answers
from server.notifications.rounds import ring_due_rounds
from server.notifications.sender import send_due_deliveries
from server.people.models import Person
from shared import clock, ids
from shared.clock import StoppedClock, ruled_by
from tests.journeys.prying import Heard, Prier, Secrets, Try, tries
from tests.server import cast, world
from tests.server.access.village import PICTURE
from tests.server.awake import live
from tests.server.guests.browser import Browser
from tests.server.letters import story

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
WITNESSES = ("Ben", "Wim")
GALLERY = ("Cleo", "Rex", "Una", "Bob", "Gil")
"""Gil by a circle. Rae held a witness's seat until the last gentle day; Eve is a friend without a seat."""
ALL = ("Ana", *WITNESSES, *GALLERY, "Rae", "Eve", "Dan")
OUTSIDE = (*GALLERY, "Rae", "Eve", "Dan")
WEEKDAYS = {"frequency": "weekdays", "weekdays": [2, 4, 6], "measure": "tick"}
DAILY = {"frequency": "daily", "measure": "tick"}


class Ticking(StoppedClock):
    """Goes on by an instant whenever somebody looks, so that of any two rows one is the older."""

    @property
    def instant(self) -> datetime:
        self._instant += timedelta(microseconds=1)
        return self._instant


PART = re.compile(r"\.[0-9]{6}(?=Z)")
"""Of a second: how often somebody looked at the clock."""


@dataclass
class Ear:
    """A way out that remembers who was told what, and when."""

    interrupts: bool
    told: list[tuple[Any, datetime, tuple[str, ...]]] = field(default_factory=list)

    def send(self, parcel: Parcel) -> Outcome:
        self.told.append((parcel.recipient.pk, clock.now().replace(microsecond=0), tuple(parcel.lines)))
        return Outcome.SENT


@dataclass
class Twin:
    """One of the two worlds. `host` is the end of everybody's address, as long as in the other."""

    host: str
    schedule: Mapping[str, Any]

    def __post_init__(self) -> None:
        self.people = {name: cast.arrive(name, host=self.host) for name in ALL}
        Person.objects.filter(email__endswith=self.host).update(avatar="a1")  # drawn by lot for newcomers
        self.doors = {name: cast.door_of(person) for name, person in self.people.items()}
        self.ana, self.guest, self.link = self.doors["Ana"], Browser(), ""
        self.priers = {name: Prier(name, self.doors[name], self.people[name]) for name in (*WITNESSES, *OUTSIDE)}
        self.priers["Nobody"] = Prier("Nobody", cast.door_of(None), None)
        for name in ALL[1:-1]:
            cast.befriend(self.people["Ana"], self.people[name])
        self.habits = [
            world.promise(self.ana, title=title, starts_on=story.PROMISED, schedule=schedule)["id"]
            for title, schedule in (("Run", self.schedule), ("Read", DAILY))
        ]  # fmt: skip
        self._seat_all()
        # What a prier could name by its id stands in both worlds: they try the newest there is.
        world.put_photo(self.ana, PICTURE)
        world.rest(self.ana, clock.now().date(), clock.now().date())
        token = self.ana.post("/invites").json()["token"]
        self.secrets = Secrets(self.people["Ana"], [self.people["Ben"]], self.habits[0], token)

    def _seat_all(self) -> None:
        for name in (*WITNESSES, "Rae", *GALLERY[:-1]):
            self.seat(name, "gallery" if name in GALLERY else "witness")
        self.circle = str(ids.uuid7())
        self.gather("Gil")
        for habit in self.habits:
            assert self.ana.put(f"/habits/{habit}/circles/{self.circle}").status_code < 300
            self.doors["Rae"].delete(f"/habits/{habit}/seat")
        for name in (*WITNESSES, *GALLERY):
            world.let_write(self.ana, self.people[name].id)
        seldom = {"frequency": "per_month", "times": 1, "measure": "tick"}
        mine = world.promise(self.doors["Cleo"], title="Chess", schedule=seldom)["id"]
        assert self.doors["Cleo"].put(f"/habits/{mine}/role-models/{self.habits[0]}").status_code < 300

    def seat(self, name: str, role: str) -> None:
        """Friends, and asked for both habits, and willing; whatever of it stands already stays."""
        person = self.people[name]
        if self.ana.delete(f"/blocks/{person.id}").status_code == 204:
            cast.befriend(self.people["Ana"], person)
        self.keep_distance(name, False)
        for habit in self.habits:
            self.ana.put(f"/habits/{habit}/seats/{person.id}", {"role": role})
            self.doors[name].put(f"/habits/{habit}/seat", {"answer": "accept", "keeps_letter": role == "witness"})

    def gather(self, *names: str) -> None:
        """Exactly these friends are in Ana's circle."""
        members = [str(self.people[name].id) for name in names]
        assert self.ana.put(f"/circles/{self.circle}", {"name": "Gym", "members": members}).status_code < 300

    def part(self, name: str, how: str, role: str) -> None:
        """Ana and this friend come to stand otherwise, in both habits."""
        person = self.people[name].id
        if how == "come back":
            self.seat(name, role)
        elif how == "unfriend":
            self.ana.delete(f"/friends/{person}")
        elif how == "block":
            self.ana.put(f"/blocks/{person}")
        elif how in {"restrict", "lift"}:
            self.keep_distance(name, how == "restrict")
        for habit in self.habits:
            if how == "end seat":
                self.ana.delete(f"/habits/{habit}/seats/{person}")
            elif how == "leave":
                self.doors[name].delete(f"/habits/{habit}/seat")

    def keep_distance(self, name: str, restricted: bool) -> None:
        said = {"muted": False, "restricted": restricted}
        self.ana.put(f"/friends/{self.people[name].id}/distance", said)

    def answer_season(self, habit: int, choice: str) -> Any:
        """ "once more": with everybody who has been asked before, who all agree."""
        number = Season.objects.filter(habit=self.habits[habit]).latest("number").number
        path = f"/habits/{self.habits[habit]}/seasons/{number}"
        if choice != "once more":
            return self.ana.patch(path, {"choice": choice})
        chosen = [[str(self.people[name].id) for name in names] for names in (WITNESSES, GALLERY[:2])]
        said = {"witnesses": chosen[0], "gallery": chosen[1], "circles": [self.circle]}
        answer = self.ana.put(path.replace(f"/{number}", f"/{number + 1}"), said)
        for name in (*WITNESSES, *GALLERY[:2]):
            self.doors[name].put(f"/habits/{self.habits[habit]}/seat", {"answer": "accept", "keeps_letter": True})
        return answer

    def show(self, habit: int) -> None:
        """Today's photo, and a link to it that a guest opens."""
        photo = str(ids.uuid7())
        world.put_photo(self.ana, PICTURE, photo)
        world.check_in(self.ana, self.habits[habit], clock.now().date(), photos=[photo])
        opened = self.ana.post(f"/habits/{self.habits[habit]}/days/{clock.now().date()}/guest-links")
        if opened.status_code == 201 and not self.link:
            self.link = "/" + opened.json()["url"].split("/", 3)[3]
            self.guest.press(self.link, self.link)

    def cards(self, name: str) -> list[str]:
        """The misses this witness may answer."""
        return [card["id"] for card in self.doors[name].get("/rounds").json()["misses"]]

    def misses(self) -> list[dict[str, Any]]:
        return list(self.ana.get("/changes").json()["misses"])

    def has_seat(self, name: str) -> bool:
        return bool(open_seats().filter(habit__in=self.habits, person=self.people[name]).exists())

    def room(self, habit: int) -> int:
        """Days until the season's last: rests after it would move the day on which it lapses."""
        latest = Season.objects.filter(habit=self.habits[habit]).latest("number")
        return (latest.first + 29 * DAY - clock.now().date()).days


@dataclass
class Twins:
    """Two worlds that leave nothing behind: their transaction is taken back at the end."""

    begin: datetime
    rests: bool
    alike_at_first: bool = False
    stack: ExitStack = field(default_factory=ExitStack)
    apart: dict[str, datetime] = field(default_factory=dict)
    """Since when each witness has none of Ana's seats any more."""

    def __post_init__(self) -> None:
        self.stack.enter_context(transaction.atomic())
        self.time: StoppedClock = self.stack.enter_context(ruled_by(Ticking(self.begin)))
        self.ears = {name: Ear(way.interrupts) for name, way in CHANNELS.items()}
        schedules = (DAILY if self.rests else WEEKDAYS, DAILY)
        self.here, self.there = (Twin(f"{n}.example", schedule) for n, schedule in zip("ht", schedules, strict=True))
        for habit in self.there.habits if not self.alike_at_first else ():
            self.there.ana.put(f"/habits/{habit}/blue-letter", {"text": "You wanted this"})
        self.let_pass(0)

    def close(self) -> None:
        transaction.set_rollback(True)
        self.stack.close()

    def both(self, deed: Callable[[Twin], Any]) -> tuple[Any, Any]:
        """What everybody may know of. Rows of one instant have no order; what comes now comes later."""
        began = self.time.instant
        here = deed(self.here)
        self.time.move_to(began)
        there = deed(self.there)
        self.time.move_to(began + MINUTE)
        return here, there

    def alike(self, deed: Callable[[Twin], Any]) -> None:
        """The same, and answered with the same status: what was taken in one world was taken in the other."""
        here, there = self.both(deed)
        assert here.status_code == there.status_code, (here.content, there.content)

    def secretly(self, deed: Callable[[Twin], Any]) -> None:
        """Only there, and nobody's business but Ana's and her witnesses'."""
        self._in_one(self.there, deed)

    def only_here(self, deed: Callable[[Twin], Any]) -> None:
        """What makes a day that is missed there none that is missed."""
        self._in_one(self.here, deed)

    def _in_one(self, twin: Twin, deed: Callable[[Twin], Any]) -> None:
        began = self.time.instant
        deed(twin)
        self.time.move_to(began + MINUTE)

    def let_pass(self, hours: int) -> None:
        """Everything that runs by itself runs, at its very instant, and everything is told."""
        live(self.time, self.time.instant + timedelta(hours=hours))
        while True:
            cast.relay_all()
            work = [ask_for_answers(now=clock.now()), ring_due_rounds(now=clock.now())]
            if not any([*work, send_due_deliveries(now=clock.now(), channels=self.ears)]):
                break

    def outside(self) -> list[str]:
        """Who is told nothing of misses, letters and what follows now."""
        return [*OUTSIDE, *self.apart]

    def follow(self, witness: str, *, gone: bool) -> None:
        """Whether they are outside now, and since when: who went is, whatever the rows say."""
        if gone or not any(twin.has_seat(witness) for twin in (self.here, self.there)):
            self.apart.setdefault(witness, clock.now().replace(microsecond=0))
        else:
            self.apart.pop(witness, None)

    def do_alike(self, name: str, one: Callable[[Twin], Try]) -> None:
        """An act of somebody's outside that stays done, and is answered the same."""

        def do(twin: Twin) -> None:
            twin.priers[name].heard.clear()
            twin.priers[name].do(one(twin))

        self.both(do)
        self.compare(name)

    def guests_alike(self) -> None:
        """The guest's page and its photo, where there is one."""
        pages = [
            [one.priers["Nobody"].plain(one.guest.get(path).content.decode(errors="replace"))
             for path in (one.link, f"{one.link}/photo") if one.link]
            for one in (self.here, self.there)
        ]  # fmt: skip
        assert pages[0] == pages[1]

    def hear_alike(self, name: str, some: Callable[[Try], bool]) -> None:
        """Try calls as this person, each in both worlds, and demand the same bytes, headers and number of queries."""

        def hear(twin: Twin) -> None:
            prier = twin.priers[name]
            prier.heard.clear()
            for one in tries(twin.secrets, prier.photo, turns=1):
                if some(one):
                    prier.hear(one)

        self.both(hear)
        self.compare(name)

    def compare(self, name: str) -> None:
        here, there = (list(self.plain(twin, name)) for twin in (self.here, self.there))
        assert len(here) == len(there)
        for said, said_there in zip(here, there, strict=True):
            assert said == said_there, f"{name} hears\n{said}\nbut there\n{said_there}"

    def plain(self, twin: Twin, name: str) -> Iterator[Heard]:
        for operation, status, headers, words, asked in twin.priers[name].heard:
            plain = PART.sub("", words.replace(twin.host, "example"))
            # Who went was told, then, and may hold a seat that opens nothing: such rows are still looked through.
            yield operation, status, headers, plain, 0 if name in self.apart else asked

    def rung(self, twin: Twin) -> list[tuple[str, str, datetime, tuple[str, ...]]]:
        """Every push and mail to somebody outside, in its order."""
        named = {twin.people[name].pk: name for name in self.outside()}
        return [
            (named[who], way, at, lines) for way, ear in self.ears.items() for who, at, lines in ear.told
            if who in named and at >= self.apart.get(named[who], self.begin)
        ]  # fmt: skip

    def told(self, twin: Twin) -> list[tuple[str, str, datetime]]:
        """Every notice to somebody outside."""
        named = {twin.people[name].pk: name for name in self.outside()}
        rows = Notice.objects.filter(recipient__in=named).values_list("recipient", "kind", "created_at")
        since = ((named[who], kind, at.replace(microsecond=0)) for who, kind, at in rows)
        return sorted(row for row in since if row[2] >= self.apart.get(row[0], self.begin))
