"""What only Ana and her witnesses may know of, each done in one world alone."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from shared import clock, ids
from tests.journeys.twins import Twin
from tests.server import world

OfAna = Callable[[Twin, int, str], Any]
"""With one of her habits, and about one of her friends."""
ALL_OF_SEASON = 12
"""Days: who has a hard time rests everything, and who rests is asked longer how it goes on."""


def write_letter(twin: Twin, habit: int, who: str) -> None:
    twin.ana.put(f"/habits/{twin.habits[habit]}/blue-letter", {"text": "You wanted this"})


def take_letter_back(twin: Twin, habit: int, who: str) -> None:
    twin.ana.delete(f"/habits/{twin.habits[habit]}/blue-letter")


def open_letters(twin: Twin, habit: int, who: str) -> None:
    for miss in twin.misses():
        twin.ana.put(f"/misses/{miss['id']}/letter", {"choice": "open"})


def leave_letters_closed(twin: Twin, habit: int, who: str) -> None:
    for miss in twin.misses():
        twin.ana.put(f"/misses/{miss['id']}/letter", {"choice": "leave_closed"})


def read(twin: Twin, habit: int, who: str) -> None:
    """Opening Kith and reading news keeps books: of visits, and of what was read."""
    for path in ("/today", "/changes", "/rounds"):
        twin.ana.get(path)
    for notice in twin.ana.get("/notices").json()["items"][:3]:
        twin.ana.put(f"/notices/{notice['id']}/read")


def rest(twin: Twin, habit: int, who: str) -> None:
    if twin.room(habit) > 1:
        yesterday, today = clock.now().date() - timedelta(days=1), clock.now().date()
        said = {"habit": twin.habits[habit], "first": str(yesterday), "last": str(today)}
        twin.ana.put(f"/rests/{ids.uuid7()}", said)


def have_a_hard_time(twin: Twin, habit: int, who: str) -> None:
    """Ben is asked; the rest is over at once, so that it ends within the season."""
    if min(twin.room(0), twin.room(1)) > ALL_OF_SEASON:
        one = ids.uuid7()
        twin.ana.put(f"/hard-times/{one}", {"friend": str(twin.people["Ben"].id)})
        twin.ana.delete(f"/rests/{one}")


def want_less(twin: Twin, habit: int, who: str) -> None:
    twin.ana.patch("/me", {"nudges_a_day": 0, "quiet_from": 600, "quiet_to": 900, "rounds_minute": 600})


def mute(twin: Twin, habit: int, who: str) -> None:
    """Somebody outside, who can't tell. Whom she restricts stays restricted."""
    friends = {one["id"]: one for one in twin.ana.get("/friends").json()["items"]}
    if known := friends.get(str(twin.people[who].id)):
        said = {"muted": True, "restricted": known["restricted"]}
        twin.ana.put(f"/friends/{twin.people[who].id}/distance", said)


def see(twin: Twin, who: str) -> None:
    for miss in twin.cards(who):
        twin.doors[who].put(f"/misses/{miss}/look")


def answer(twin: Twin, who: str, said: Mapping[str, Any]) -> None:
    for miss in twin.cards(who):
        twin.doors[who].put(f"/misses/{miss}/answer", said)


def see_cards(twin: Twin, habit: int, who: str) -> None:
    see(twin, who)


def cheer(twin: Twin, habit: int, who: str) -> None:
    answer(twin, who, {"kind": "cheer", "preset": "hug", "words": "See you"})


def let_go(twin: Twin, habit: int, who: str) -> None:
    answer(twin, who, {"kind": "let_go"})


def cheer_with_a_face(twin: Twin, habit: int, who: str) -> None:
    for miss in twin.cards(who)[:1]:
        photo = world.put_photo(twin.doors[who]).json()["id"]
        twin.doors[who].put(f"/misses/{miss}/answer", {"kind": "cheer", "photo": photo})


def nudge(twin: Twin, habit: int, who: str) -> None:
    path = f"/habits/{twin.habits[habit]}/days/{clock.now().date()}/nudge"
    twin.doors[who].put(path, {"preset": "with_you"})


def look_at_the_day(twin: Twin, habit: int, who: str) -> None:
    twin.doors[who].put(f"/habits/{twin.habits[habit]}/days/{clock.now().date()}/look", {})


def comment(twin: Twin, habit: int, who: str) -> None:
    path = f"/habits/{twin.habits[habit]}/days/{clock.now().date()}/comments/{ids.uuid7()}"
    twin.doors[who].put(path, {"text": "Well"})


def write_gold(twin: Twin, habit: int, who: str) -> None:
    twin.doors[who].put(f"/habits/{twin.habits[habit]}/gold-letter", {"text": "Seven"})


OF_ANA: tuple[OfAna, ...] = (
    write_letter, open_letters, leave_letters_closed, read, rest, have_a_hard_time, want_less, mute, take_letter_back,
)  # fmt: skip
OF_WITNESS: tuple[OfAna, ...] = (
    cheer, let_go, see_cards, cheer_with_a_face, nudge, look_at_the_day, comment, write_gold,
)  # fmt: skip
