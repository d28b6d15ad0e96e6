"""The partner who pries: every call, every day, for sixteen days, from outside the seats that are told of misses.

Two worlds, alike but for two Mondays: missed in one, not due in the other. What anybody hears who is no witness, every
byte, header, notice, push and package, and how often the database was asked for it, is the same in both; and nothing
they try changes a row that is the owner's alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction

from server.habits.models import Miss
from server.leaving.services.making import work_on_exports
from server.letters.models import SealedLetter
from server.notifications.models import Notice
from server.people.models import Person
from shared import clock, ids
from tests.journeys.prying import Prier, Secrets
from tests.server import cast, world
from tests.server.access.village import PICTURE
from tests.server.circle import AFTER_GRACE, MORNING, Circle, gather
from tests.server.guests.test_guests import Browser, path_of
from tests.server.leaving.asking import unpacked
from tests.server.letters import story

EVENING = 18
"""UTC: the hour of everybody's rounds."""
DAYS, PARTING, MONDAYS, EMPTY = 16, 6, (8, 15), (8, 9, 10, 15)
"""Days of March 2026 less one. On the sixth, four who sat in the gallery are kept at a distance."""
RETURNS, OPENING, TELLING = (11, 16), 11, 9
"""Ana comes back in the afternoon; that noon, the first Monday's letter may open. One of them
pries every day, all of them when the first Monday has just closed."""
SEATED = ("Cleo", "Rae", "Rex", "Una", "Bob")
Lines = pytest.CaptureFixture[str]


def on(day: int) -> date:
    return date(2026, 3, 1) + timedelta(days=day)


@dataclass
class World:
    """Ana's sixteen days, and those who pry. `rung` is every push to somebody who isn't Ana or Ben."""

    circle: Circle
    secrets: Secrets
    priers: list[Prier]
    rung: list[str] = field(default_factory=list)
    guest: Browser = field(default_factory=Browser)
    link: str = ""
    pages: list[tuple[int, str]] = field(default_factory=list)

    def live(self, day: int) -> None:
        """A morning, a noon after grace when everybody looks and pries, and an evening."""
        self._go(day, MORNING)
        if day not in EMPTY and day not in RETURNS:
            self._show_up(day)
        self._go(day, AFTER_GRACE)
        self._witness_and_owner_act(day)
        self._go(day, AFTER_GRACE)
        if day == PARTING:
            self._part()
        for prier in self.priers:
            self._look_and_answer(prier)
        for prier in self.priers if day == TELLING else self.priers[:1]:
            prier.pry(self.secrets, thoroughly=day == TELLING)
        self._look_as_guest()
        if day in RETURNS:
            self._show_up(day)
        self._go(day, EVENING)

    def _go(self, day: int, hour: int) -> None:
        self.circle.go(on(day), hour)
        self.circle.call()
        self.circle.send()

    def _show_up(self, day: int) -> None:
        """With a photo before the parting, and with one that only the gallery sees."""
        photos = [str(ids.uuid7())] if day in {PARTING - 1, *RETURNS} else []
        for photo in photos:
            world.put_photo(self.circle.ana, PICTURE, photo)
        self.circle.post(photos=photos)
        if photos and not self.link:
            self.link = path_of(self.circle.ana.post(f"{self.circle.day()}/guest-links").json())
            self.guest.press(self.link, self.link)

    def _witness_and_owner_act(self, day: int) -> None:
        """Ben looks at each card and cheers at the first; Ana opens Kith, and the letter of a Monday if she can."""
        for card in self.circle.ben.get("/rounds").json()["misses"]:
            self.circle.ben.put(f"/misses/{card['id']}/look")
            if day == DAYS:
                self.circle.ben.put(f"/misses/{card['id']}/answer", {"kind": "cheer", "preset": "hug"})
        self.circle.ana.get("/today")
        if day == OPENING:
            miss = ids.miss_id(ids.UUID(self.circle.habit), on(MONDAYS[0]))
            self.circle.ana.put(f"/misses/{miss}/letter", {"choice": "open"})

    def _part(self) -> None:
        """Each in another way."""
        people, ana = self.circle.people, self.circle.ana
        world.end_seat(ana, people["Rae"].id, self.circle.habit)
        ana.put(f"/friends/{people['Rex'].id}/distance", {"muted": False, "restricted": True})
        ana.delete(f"/friends/{people['Una'].id}")
        ana.put(f"/blocks/{people['Bob'].id}")

    def _look_and_answer(self, prier: Prier) -> None:
        prier.door.put(f"{self.circle.day()}/look", {})
        prier.door.put(f"{self.circle.day()}/reaction", {"kind": "heart"})

    def _look_as_guest(self) -> None:
        if self.link:
            answers = [self.guest.get(self.link), self.guest.get(f"{self.link}/photo"), self.guest.answers(self.link)]
            self.pages += [
                (one.status_code, self.priers[0].plain(one.content.decode(errors="replace"))) for one in answers
            ]

    def packages(self) -> Iterator[dict[str, Any]]:
        """What each takes along of their own."""
        for prier in self.priers:
            if prier.person:
                export = ids.uuid7()
                prier.door.put(f"/exports/{export}")
                while work_on_exports(now=clock.now()):
                    pass
                files = unpacked(prier.door, export)
                yield {
                    prier.plain(name): prier.plain(content.decode(errors="replace")) for name, content in files.items()
                }


def build(time: clock.StoppedClock, *, missed: bool) -> World:
    """Ana's habit with Ben as witness, who keeps a letter, and a gallery of five; a friend and a stranger."""
    circle = gather(
        time, schedule={"frequency": "weekdays", "weekdays": list(range(0 if missed else 1, 7)), "measure": "tick"}
    )
    for name in (*SEATED[1:], "Eve", "Dan"):
        circle.people[name] = cast.arrive(name)
    priers = [Prier(name, cast.door_of(circle.people[name]), circle.people[name]) for name in (*SEATED, "Eve", "Dan")]
    for prier in priers[1:-1]:
        cast.befriend(circle.people["Ana"], circle.people[prier.name])
    for prier in priers[1 : len(SEATED)]:
        world.take_seat(circle.ana, prier.door, circle.people[prier.name].id, circle.habit, "gallery")
    Person.objects.update(avatar="a1")  # drawn by lot for newcomers
    story.keep_letters(circle.ben, circle.habit)
    story.write(circle)
    circle.ben.put(f"/habits/{circle.habit}/gold-letter", {"text": "Seven"})
    world.put_photo(priers[0].door, PICTURE, priers[0].photo)
    token = circle.ana.post("/invites").json()["token"]
    secrets = Secrets(circle.people["Ana"], [circle.people["Ben"]], circle.habit, token)
    return World(circle, secrets, [*priers, Prier("Nobody", cast.door_of(None), None)])


def lived(time: clock.StoppedClock, capsys: Lines, *, missed: bool) -> tuple[World, list[dict[str, Any]], list[Any]]:
    start = time.instant
    here = build(time, missed=missed)
    for day in range(1, DAYS + 1):
        here.live(day)
    lines = capsys.readouterr().out.splitlines()
    here.rung = [line for line in lines if line.startswith("[kith] ") and line.split()[1] not in {"Ana:", "Ben:"}]
    packages = list(here.packages())
    told = sorted(Notice.objects.exclude(recipient__name__in=["Ana", "Ben"]).values_list("recipient__name", "kind"))
    mondays = Miss.objects.filter(date__in=[on(day) for day in MONDAYS]).count()
    assert mondays == (2 if missed else 0)
    assert SealedLetter.objects.filter(state="opened").exists() == missed
    time.move_to(start)
    return here, packages, told


@pytest.mark.django_db
def test_the_partner_who_pries(time: clock.StoppedClock, capsys: Lines, settings: Any) -> None:
    settings.EXPORT_RESERVE = 0
    time.move_to(time.instant + timedelta(hours=1))
    worlds = []
    for missed in (True, False):
        with transaction.atomic():
            worlds.append(lived(time, capsys, missed=missed))
            transaction.set_rollback(True)  # nothing of one world stays in the next
    (here, packages, told), (there, packages_off, told_off) = worlds
    for one, other in zip(here.priers, there.priers, strict=True):
        assert not one.wrongs
        assert len(one.heard) == len(other.heard) > 0
        for said, said_off in zip(one.heard, other.heard, strict=True):
            assert said == said_off, one.name
    assert here.pages == there.pages
    assert here.rung == there.rung
    assert packages == packages_off
    assert told == told_off
