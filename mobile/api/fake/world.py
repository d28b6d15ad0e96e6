"""The fake server's memory: people, promises, days and answers, and the log its /changes reads from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from shared import clock
from shared.days import ClockChange, PersonClock, grace_ends_at, habit_day
from shared.history import History, Mark, RestSpan
from shared.ids import instant_of, miss_id, uuid7, uuid7_at
from shared.moods import Role
from shared.plans import Plan, Schedule, Version
from shared.seasons import Season, begin
from shared.states import MissFold, fold

Body = dict[str, Any]
DAILY: Body = {"frequency": "daily", "measure": "tick"}
_DAY = timedelta(days=1)
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def text(instant: datetime) -> str:
    return instant.isoformat().replace("+00:00", "Z")


def new_id() -> str:
    return str(uuid7())


def _id_of(captured_at: str) -> str:
    """As if it had arrived when it was made: ids say what is newer."""
    return str(uuid7_at(datetime.fromisoformat(captured_at)))


@dataclass
class World:
    """All rows by id. The methods are what people do; each notes for /changes whose noun it touched."""

    people: dict[str, Body] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    friends: dict[frozenset[str], str] = field(default_factory=dict)
    circles: dict[str, Body] = field(default_factory=dict)
    habits: dict[str, Body] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    """Of habits, rests and misses."""
    check_ins: dict[tuple[str, str], Body] = field(default_factory=dict)
    rests: dict[str, Body] = field(default_factory=dict)
    misses: dict[str, Body] = field(default_factory=dict)
    looks: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """(habit, date, person) -> when."""
    faces: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """(habit, date, person) -> the photo they answered with."""
    reactions: dict[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)
    miss_answers: dict[tuple[str, str], Body] = field(default_factory=dict)
    photos: dict[str, bytes | str] = field(default_factory=dict)
    """Its bytes, or the code it was refused with."""
    thanks: set[tuple[str, str, str]] = field(default_factory=set)
    invites: dict[str, str] = field(default_factory=dict)
    """Token -> inviter; empty for the operator's."""
    arrivals: dict[str, str] = field(default_factory=dict)
    """Who came in -> the inviter who has yet to say that it's them."""
    second_factors: dict[str, str] = field(default_factory=dict)
    """Person -> what their authenticator app shows."""
    paper: dict[str, list[str]] = field(default_factory=dict)
    """Codes that sign a person in once, instead of the second factor."""
    paper_made: int = 0
    confirmed: set[str] = field(default_factory=set)
    """Tokens of those who gave their second factor a moment ago."""
    terms_version: int = 1
    accepted: dict[str, int] = field(default_factory=dict)
    """Person -> the version they said yes to."""
    guest_links: dict[str, Body] = field(default_factory=dict)
    anchors: dict[str, Body] = field(default_factory=dict)
    """Habit -> what its owner keeps beside it, as they said it."""
    role_models: dict[str, list[str]] = field(default_factory=dict)
    """Habit -> the friends' habits it is kept beside."""
    offers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Person -> habits and days they came in through a guest's page for."""
    nudges: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """(sender, owner, date) -> preset."""
    nudge_faces: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """(habit, date, sender) -> the photo they nudged with."""
    writers: set[tuple[str, str]] = field(default_factory=set)
    """(person, friend): the friend may write in their own words."""
    comments: dict[str, Body] = field(default_factory=dict)
    """By id: habit, date, person, text."""
    less: dict[tuple[str, str], str] = field(default_factory=dict)
    """(person, habit) -> since when they want less of it in their feed."""
    blocks: set[tuple[str, str]] = field(default_factory=set)
    distances: dict[tuple[str, str], Body] = field(default_factory=dict)
    """(person, friend) -> muted and restricted. The fake only remembers them."""
    notices: dict[str, list[Body]] = field(default_factory=dict)
    reports: dict[str, Body] = field(default_factory=dict)
    exports: dict[str, Body] = field(default_factory=dict)
    departures: dict[str, datetime] = field(default_factory=dict)
    """Person -> when they asked to leave."""
    log: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Person -> (noun, id), in order; its length is the person's seq."""
    clocks: dict[str, list[ClockChange]] = field(default_factory=dict)
    """Person -> how they lived, in order."""
    blue: dict[str, Body] = field(default_factory=dict)
    """Habit -> its blue letter: text, and since when."""
    sealed: dict[str, Body] = field(default_factory=dict)
    """Miss -> what it made of the letter."""
    gold: list[Body] = field(default_factory=list)
    checks_asked: set[tuple[str, str]] = field(default_factory=set)
    """(who has a hard time, the friend asked to check on them)."""
    spared: set[str] = field(default_factory=set)
    """Habits whose miss falls into a bad week."""
    horizon: int = 0
    """Asking for changes after less than this answers 410."""

    # People
    def add_person(self, name: str, *, avatar: str = "a0", zone: str = "UTC", email: str = "") -> str:
        """The answer is the person's id, which is also their session token here."""
        person = new_id()
        self.people[person] = {
            "id": person, "name": name, "email": email or f"{name.lower()}@example.org", "avatar": avatar, "zone": zone,
            "day_start": 0, "grace_minutes": 720, "quiet_from": 1320, "quiet_to": 420,
            "rounds_minute": 1140, "looks_quietly": False,
            "adult": True, "told_of_beside": False, "language": "", "comes_first": ["unanswered"],
        }  # fmt: skip
        self.clocks[person] = [ClockChange(_ALWAYS, zone, 0)]
        self.log[person], self.notices[person] = [], []
        self.tokens[person] = person
        self.accepted[person] = self.terms_version
        return person

    def arrive(self, name: str, inviter: str) -> str:
        """Somebody signed up with this person's link, and waits for their word."""
        person = self.add_person(name)
        self.arrivals[person] = inviter
        self.note(person, "me", person)
        return person

    def befriend(self, one: str, other: str) -> None:
        self.friends[frozenset((one, other))] = text(clock.now())

    def friends_of(self, person: str) -> list[str]:
        return [other for pair in self.friends if person in pair for other in pair if other != person]

    def shown(self, person: str) -> Body:
        return {key: self.people[person][key] for key in ("id", "name", "avatar")}

    # Promises
    def add_habit(
        self,
        owner: str,
        title: str,
        *,
        starts_on: date,
        icon: str = "directions_run",
        schedule: Body = DAILY,
        habit: str = "",
    ) -> str:
        habit = habit or new_id()
        version = {"valid_from": starts_on.isoformat(), "schedule": schedule}
        self.habits[habit] = {
            "id": habit, "title": title, "icon": icon, "starts_on": starts_on.isoformat(), "sensitive": False,
            "archived": False, "created_at": text(clock.now()), "schedule": schedule, "versions": [version],
            "reminders": [], "judged_through": None, "seats": [],
            "seasons": [begin(1, starts_on).to_json()], "circles": [], "beside_allowed": True,
        }  # fmt: skip
        self.owners[habit] = owner
        self.note(owner, "habit", habit)
        return habit

    def seat(
        self, habit: str, person: str, role: Role = Role.WITNESS, state: str = "accepted", *, keeps: bool = False
    ) -> None:
        """`keeps`: they agreed to keep the letter."""
        seats = [seat for seat in self.habits[habit]["seats"] if seat["person"]["id"] != person]
        fresh = {"person": self.shown(person), "role": role.value, "state": state, "keeps_letter": keeps}
        self.habits[habit]["seats"] = [*seats, fresh]
        self.note(self.owners[habit], "habit", habit)

    # Days
    def post(
        self, habit: str, day: date, *, at: datetime | None = None, photo: bytes | None = None, caption: str = "",
        amount: str | None = None,
    ) -> Body:  # fmt: skip
        """A check-in as if another phone of the owner had sent it."""
        photo_ids = []
        if photo is not None:
            photo_ids = [new_id()]
            self.photos[photo_ids[0]] = photo
        at = at or clock.now()
        return self.merge_day(
            habit, day.isoformat(), captured_at=text(at), late=False, caption=caption, amount=amount,
            source="camera" if photo else "none", photo_ids=photo_ids,
        )  # fmt: skip

    def merge_day(self, habit: str, day: str, *, captured_at: str, late: bool, caption: str, amount: str | None,
                  source: str, photo_ids: Iterable[str]) -> Body:  # fmt: skip
        now = text(clock.now())
        known = self.check_ins.get((habit, day))
        if known is None or known["undone_at"]:
            known = {
                "id": known["id"] if known else _id_of(captured_at), "habit": habit, "date": day,
                "captured_at": captured_at,
                "received_at": now, "late": late, "extra": False, "photos": [], "undone_at": None,
            }  # fmt: skip
        body = known | {"caption": caption, "amount": amount, "source": source, "updated_at": now}
        body["photos"] = self._slots(known["photos"], photo_ids)
        self.check_ins[habit, day] = body
        self.note(self.owners[habit], "check_in", body["id"])
        return body

    def _slots(self, slots: list[Body], photo_ids: Iterable[str]) -> list[Body]:
        slots = list(slots)
        for photo in photo_ids:
            if photo not in {slot["photo"] for slot in slots}:
                held = self.photos.get(photo, "photo_missing")
                code = held if isinstance(held, str) else None
                slots.append({"n": len(slots), "photo": photo, "state": "refused" if code else "ready", "code": code,
                              "width": 780, "height": 1040})  # fmt: skip
        return slots

    def undo(self, habit: str, day: str, at: str) -> None:
        body = self.check_ins.get((habit, day))
        if body is not None:
            self.check_ins[habit, day] = body | {"undone_at": at, "updated_at": text(clock.now())}
            self.note(self.owners[habit], "check_in", body["id"])

    def put_rest(self, owner: str, rest: str, body: Body) -> Body:
        self.rests[rest] = {"id": rest, "habit": body["habit"], "first": body["first"], "last": body["last"]}
        self.owners[rest] = owner
        self.note(owner, "rest", rest)
        return self.rests[rest]

    def end_rest(self, rest: str) -> None:
        if self.rests.pop(rest, None) is not None:
            self.note(self.owners[rest], "rest", rest)

    # Answers
    def look(self, person: str, habit: str, day: str) -> None:
        self.looks.setdefault((habit, day, person), text(clock.now()))

    def react(self, person: str, habit: str, day: str, kind: str) -> None:
        self.look(person, habit, day)
        self.reactions[habit, day, person] = (kind, text(clock.now()))

    def look_at_miss(self, person: str, miss: str) -> None:
        seen_by = self.misses[miss]["seen_by"]
        if person not in seen_by:
            seen_by.append(person)
            self.note(self.owners[miss], "miss", miss)

    def answer_miss(self, person: str, miss: str, answer: Body) -> None:
        self.look_at_miss(person, miss)
        self.miss_answers[miss, person] = {
            "kind": answer["kind"], "preset": answer.get("preset"), "words": answer.get("words", ""),
            "picture": answer.get("photo"),
        }  # fmt: skip

    # What the sweep does
    def sweep(self) -> None:
        """Close every day whose grace has ended, and keep the misses that follow from it."""
        for habit in list(self.habits):
            self._close_days(habit)

    def _close_days(self, habit: str) -> None:
        owner, now = self.owners[habit], clock.now()
        history = self.history(habit)
        day = habit_day(history.clock, now)
        while now < grace_ends_at(history.clock, day, history.grace):
            day -= _DAY
        if self.habits[habit]["judged_through"] != day.isoformat():
            self.habits[habit]["judged_through"] = day.isoformat()
            self.note(owner, "habit", habit)
        for miss in fold(history, now).misses:
            self._keep_miss(owner, habit, miss)

    def _keep_miss(self, owner: str, habit: str, miss: MissFold) -> None:
        name = str(miss_id(UUID(habit), miss.day))
        known = self.misses.get(name, {"seen_by": []})
        body = {
            "id": name, "habit": habit, "date": miss.day.isoformat(), "closed_at": text(miss.closed_at),
            "opens_at": text(miss.opens_at), "state": miss.status.value,
            "returned_on": miss.returned_on.isoformat() if miss.returned_on else None,
            "seen_by": known["seen_by"], "cheers": [],
        }  # fmt: skip
        if body != known:
            self.misses[name], self.owners[name] = body, owner
            self.note(owner, "miss", name)

    # Reading
    def history(self, habit: str) -> History:
        body, person = self.habits[habit], self.people[self.owners[habit]]
        return History(
            clock=self.clock_of(person["id"]),
            plan=Plan(
                date.fromisoformat(body["starts_on"]), tuple(_version(v) for v in body["versions"]),
                seasons=tuple(Season.from_json(row) for row in body["seasons"]),
            ),
            marks=tuple(
                Mark(date.fromisoformat(day), datetime.fromisoformat(row["captured_at"]), row["late"],
                     Decimal(row["amount"]) if row["amount"] else None)
                for (owner, day), row in self.check_ins.items() if owner == habit and not row["undone_at"]
            ),
            rests=tuple(
                RestSpan(
                    date.fromisoformat(rest["first"]),
                    date.fromisoformat(rest["last"]) if rest["last"] else None,
                    habit_day(self.clock_of(person["id"]), instant_of(UUID(rest["id"]))),
                )
                for rest in self.rests.values()
                if rest["habit"] == habit or (rest["habit"] is None and self.owners[rest["id"]] == person["id"])
            ),
            grace=timedelta(minutes=person["grace_minutes"]),
        )  # fmt: skip

    def clock_of(self, person: str) -> PersonClock:
        return PersonClock(tuple(self.clocks[person]))

    def note(self, person: str, noun: str, row: str) -> None:
        self.log[person].append((noun, row))


def _version(body: Body) -> Version:
    return Version(date.fromisoformat(body["valid_from"]), Schedule.from_json(body["schedule"]))
