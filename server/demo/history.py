"""Three weeks of the demo village on a timeline: who promised, posted, looked and answered, and who did not."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from server.demo import cast
from server.demo.doors import Door, instant
from server.demo.timeline import Deed, Timeline
from shared import ids

LOOKS_AFTER = timedelta(minutes=25)
NOON = time(12, 1)
LETTER_ON = 8
"""Index of the day on which the letter is given."""
RINGING_HOURS = (7, 19, 21)
JUST_RUNG, RINGS_SOON = timedelta(minutes=5), timedelta(minutes=3)


@dataclass
class Village:
    """Plans every deed of the past. `zone` is the IANA zone all demo people live in."""

    doors: dict[str, Door]
    timeline: Timeline
    zone: str

    def plan(self) -> None:
        self._meet()
        promises = [self._promise_of(story, minute) for minute, story in enumerate(cast.STORIES)]
        by_title = {promise.story.title: promise.habit_id for promise in promises}
        for promise in promises:
            promise.plan()
            if promise.story.beside:
                promise.keep_beside(by_title[promise.story.beside])
        for day in self.days():
            self.timeline.close_days_at(self.wall(day, NOON))
        for day in self.days()[-3:]:
            for hour in RINGING_HOURS:
                self.timeline.ring_reminders_at(self.wall(day, time(hour, 1)))
        self.timeline.ring_reminders_at(self.timeline.now)
        self.timeline.close_days_at(self.timeline.now)

    def _promise_of(self, story: cast.Story, minute: int) -> "Promise":
        promised = self.wall(self.first_day, time(4, 30 + minute))
        if story.begins_today:
            promised = self.timeline.now - JUST_RUNG
        return Promise(self, story, promised, ids.uuid7_at(promised))

    @property
    def today(self) -> date:
        return self.timeline.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def first_day(self) -> date:
        return self.today - timedelta(days=cast.DAYS - 1)

    @property
    def last_closed_day(self) -> date:
        """The latest day whose grace (noon of the next) is over."""
        past_noon = self.timeline.now >= self.wall(self.today, NOON)
        return self.today - timedelta(days=1 if past_noon else 2)

    def days(self) -> list[date]:
        return [self.first_day + timedelta(days=number) for number in range(cast.DAYS)]

    def wall(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, ZoneInfo(self.zone)).astimezone(ZoneInfo("UTC"))

    def _meet(self) -> None:
        morning = self.wall(self.first_day, time(4, 0))
        for door in self.doors.values():
            self.timeline.at(morning, partial(door.call, "PUT", "/me/clock", {"zone": self.zone, "day_start": 0}))
        everybody = list(self.doors.values())
        for number, one in enumerate(everybody):
            for other in everybody[number + 1 :]:
                self.timeline.at(morning, partial(befriend, one, other))


def befriend(one: Door, other: Door) -> None:
    """One invites by link, the other accepts."""
    token = one.call("POST", "/invites")["token"]
    other.call("POST", f"/invites/{token}/accept")


@dataclass
class Promise:
    """One story's deeds: the promise, its audience, and every day of it."""

    village: Village
    story: cast.Story
    promised: datetime
    habit_id: UUID

    def plan(self) -> None:
        village, story = self.village, self.story
        village.timeline.at(self.promised, self._promise)
        if story.begins_today:
            return
        for number, day in enumerate(village.days()):
            if number in story.rests:
                self._at(day, time(4, 40), partial(self._rest, day))
            elif self._posts_on(day):
                self._post_and_answer(day, number)
        if story.letter:
            self._give_the_letter()
        if story.stops_at_last_closed_day:
            self._feel_the_miss()

    def keep_beside(self, theirs: UUID) -> None:
        """A friend's habit as a role model, and their photo of yesterday to stand beside."""
        yesterday = self.village.today - timedelta(days=1)
        said = {"kind": "check_in", "habit": str(theirs), "date": yesterday.isoformat()}
        self._at(yesterday, time(12, 30), partial(self._owner, "PUT", f"{self._path}/role-models/{theirs}", {}))
        self._at(yesterday, time(12, 30), partial(self._owner, "PUT", f"{self._path}/anchor", said))

    def _posts_on(self, day: date) -> bool:
        if self.story.schedule["frequency"] == "per_week":
            return day.weekday() in {0, 2, 4} and day != self.village.today
        if self.story.stops_at_last_closed_day:
            return day < self.village.last_closed_day
        return day != self.village.today or self.story.posts_today

    def _promise(self) -> None:
        story, owner = self.story, self.village.doors[self.story.owner]
        owner.call("PUT", f"/habits/{self.habit_id}", {
            "title": story.title, "icon": story.icon, "schedule": story.schedule, "reminders": self._reminders(),
        })  # fmt: skip
        roles = [(key, "witness") for key in story.witnesses] + [(key, "gallery") for key in story.gallery]
        for key, role in roles:
            friend = self.village.doors[key]
            self._ask(friend, role)
            friend.call("PUT", f"{self._path}/seat", {"answer": "accept", "keeps_letter": role == "witness"})
        for key in story.asks:
            self._ask(self.village.doors[key], "witness")
        for key, words in story.gold:
            self.village.doors[key].call("PUT", f"{self._path}/gold-letter", {"text": words})

    def _ask(self, friend: Door, role: str) -> None:
        self._owner("PUT", f"{self._path}/seats/{friend.person.pk}", {"role": role})

    def _reminders(self) -> list[int]:
        """Minutes after midnight."""
        opening = self.village.timeline.now.astimezone(ZoneInfo(self.village.zone))
        # Shortly after midnight, five minutes ago was another day.
        rung = max(opening - JUST_RUNG, opening.replace(hour=0, minute=0))
        around = [rung, opening + RINGS_SOON] if self.story.reminds_now else []
        return sorted({*self.story.reminders, *(moment.hour * 60 + moment.minute for moment in around)})

    def _rest(self, day: date) -> None:
        body = {"habit": str(self.habit_id), "first": day.isoformat(), "last": day.isoformat()}
        self._owner("PUT", f"/rests/{ids.uuid7()}", body)

    def _post_and_answer(self, day: date, number: int) -> None:
        moment = self._moment(day)
        self.village.timeline.at(moment, partial(self._post, day, number, moment))
        if day == self.village.today:
            return  # what was posted today waits to be seen while the demo runs
        for place, key in enumerate((*self.story.witnesses, *self.story.gallery)):
            self.village.timeline.at(moment + LOOKS_AFTER * (place + 1), partial(self._answer, day, key))

    def _moment(self, day: date) -> datetime:
        """The story's hour of that day; for today, not later than some minutes ago."""
        moment = self.village.wall(day, time(self.story.hour, 10))
        return min(moment, self.village.timeline.now - timedelta(minutes=8)) if day == self.village.today else moment

    def _post(self, day: date, number: int, moment: datetime) -> None:
        self._owner("PUT", f"{self._path}/days/{day}", {
            "sent_at": instant(moment), "captured_at": instant(moment), "zone": self.village.zone, "source": "camera",
            "caption": self.story.captions[number % len(self.story.captions)], "photos": [str(ids.uuid7())],
        })  # fmt: skip

    def _answer(self, day: date, key: str) -> None:
        friend = self.village.doors[key]
        friend.call("PUT", f"{self._path}/days/{day}/look")
        kind = next((who.reaction for who in cast.FRIENDS if who.key == key), "heart")
        if kind:
            friend.call("PUT", f"{self._path}/days/{day}/reaction", {"kind": kind})

    def _give_the_letter(self) -> None:
        """Written after the eighth day, and Kith opened every day since: a letter is not for somebody long gone."""
        for number, day in enumerate(self.village.days()):
            if number == LETTER_ON:
                words = {"text": self.story.letter}
                self._at(day, time(22, 0), partial(self._owner, "PUT", f"{self._path}/blue-letter", words))
            elif number > LETTER_ON:
                self._at(day, time(6, 0), partial(self._owner, "GET", "/today", {}))

    def _feel_the_miss(self) -> None:
        """Some time after the day closed, witnesses among the friends have seen it; one of them cheers."""
        seen_at = self.village.timeline.now - timedelta(seconds=1)
        miss = ids.miss_id(self.habit_id, self.village.last_closed_day)
        for place, key in enumerate(self.story.witnesses):
            if key != cast.OWNER.key and place < 2:
                self.village.timeline.at(seen_at, partial(self._see, miss, key))
                if place == 1:
                    self.village.timeline.at(seen_at, partial(self._cheer, miss, key))

    def _see(self, miss: UUID, key: str) -> None:
        self.village.doors[key].call("PUT", f"/misses/{miss}/look")

    def _cheer(self, miss: UUID, key: str) -> None:
        self.village.doors[key].call("PUT", f"/misses/{miss}/answer", {"kind": "cheer", "preset": "hug"})

    @property
    def _path(self) -> str:
        return f"/habits/{self.habit_id}"

    def _owner(self, method: str, path: str, body: dict[str, Any]) -> None:
        self.village.doors[self.story.owner].call(method, path, body)

    def _at(self, day: date, at: time, deed: Deed) -> None:
        self.village.timeline.at(self.village.wall(day, at), deed)
