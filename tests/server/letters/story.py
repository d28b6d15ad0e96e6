"""What people do with letters in tests, in one line each, and the words to look for everywhere."""

from datetime import date
from typing import Any

from server.letters.models import SealedLetter
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import AFTER_GRACE, Circle

WORDS = "You chose this yourself, on a better evening"
PROMISED = "2026-02-24"
"""Six days before the tests' present: tomorrow is the first day that can be missed."""


def write(circle: Circle, text: str = WORDS, habit: str | None = None) -> None:
    answer = circle.ana.put(f"/habits/{habit or circle.habit}/blue-letter", {"text": text})
    assert answer.status_code == 200, answer.content


def keep_letters(door: Door, habit: str, *, keeps: bool = True) -> None:
    """A witness is told what a letter does, and agrees or not."""
    answer = door.put(f"/habits/{habit}/seat", {"answer": "accept", "keeps_letter": keeps})
    assert answer.status_code == 204, answer.content


def join(circle: Circle, name: str, *habits: str) -> Door:
    """One more witness, who keeps letters."""
    person = cast.arrive(name)
    door = cast.door_of(person)
    cast.befriend(circle.people["Ana"], person)
    for habit in habits or (circle.habit,):
        world.take_seat(circle.ana, door, person.id, habit, "witness")
        keep_letters(door, habit)
    circle.people[name] = person
    return door


def miss_a_day(circle: Circle) -> dict[str, Any]:
    """Ana opens Kith tomorrow and shows nothing; it is the day after, just after grace. Answers her miss."""
    circle.wake()
    circle.ana.get("/today")
    circle.stay_away()
    return dict(circle.item()["miss"])


def see(circle: Circle, miss: dict[str, Any], *doors: Door) -> None:
    for door in doors or (circle.ben,):
        assert door.put(f"/misses/{miss['id']}/look").status_code == 204


def let_go(door: Door, miss: dict[str, Any]) -> None:
    assert door.put(f"/misses/{miss['id']}/answer", {"kind": "let_go"}).status_code == 200


def until_it_may_open(circle: Circle, miss: dict[str, Any]) -> None:
    """Ana opens Kith every day, and nothing else; then the window is over."""
    while circle.today < date.fromisoformat(miss["opens_at"][:10]):
        circle.ana.get("/today")
        circle.wake()
    circle.go(circle.today, AFTER_GRACE)


def may_open(circle: Circle) -> dict[str, Any]:
    """A miss that Ben saw, after its window; answers it."""
    miss = miss_a_day(circle)
    see(circle, miss)
    until_it_may_open(circle, miss)
    return miss


def choose(circle: Circle, miss: dict[str, Any], choice: str) -> Any:
    return circle.ana.put(f"/misses/{miss['id']}/letter", {"choice": choice})


def fate(circle: Circle, miss: dict[str, Any]) -> tuple[str, str | None]:
    """State and reason, as Ana reads them; a burnt letter is empty."""
    told = circle.ana.get(f"/misses/{miss['id']}/letter").json()
    stored = SealedLetter.objects.get(miss=miss["id"])
    assert (stored.state == "burnt") == (stored.text == "")
    return told["state"], told["reason"]
