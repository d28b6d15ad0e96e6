"""Every page of the web door, each with the life that leads to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from server.people.services.invites import open_invite
from shared import clock
from tests.server import cast, images, world
from tests.server.cast import sign_in
from tests.server.circle import Circle

Page = tuple[str, str]
"""Whose page, and its path; nobody's: ""."""


@dataclass
class Life:
    circle: Circle

    def cookie_of(self, name: str) -> str:
        return sign_in(self.circle.people[name])

    def show_a_photo(self) -> None:
        photo = world.put_photo(self.circle.ana, images.jpeg()).json()["id"]
        self.circle.post(photos=[photo], caption="Through the rain", source="camera")

    def look(self, days_ago: int = 1) -> None:
        world.look(self.circle.ben, self.circle.habit, self.circle.today - timedelta(days=days_ago))


def entrance(life: Life) -> Page:
    return "", "/door/in"


def invited(life: Life) -> Page:
    return "", f"/door/join/{open_invite(inviter=life.circle.people['Ana'], now=clock.now())[1]}"


def befriended(life: Life) -> Page:
    return "Cleo", f"/door/invited/{open_invite(inviter=life.circle.people['Ana'], now=clock.now())[1]}"


def refused(life: Life) -> Page:
    return "Ben", f"/door/habits/{life.circle.habit}"


def waiting(life: Life) -> Page:
    life.circle.wake()
    return "Ana", "/door"


def warm(life: Life) -> Page:
    life.show_a_photo()
    world.react(life.circle.ben, life.circle.habit, life.circle.today, "proud")
    return "Ana", "/door"


def cold(life: Life) -> Page:
    miss = life.circle.miss_a_day()
    life.circle.ben.put(f"/misses/{miss['id']}/look")
    return "Ana", "/door"


def back(life: Life) -> Page:
    cold(life)
    life.show_a_photo()
    return "Ana", "/door"


def quiet(life: Life) -> Page:
    life.circle.ana.put(f"/hard-times/{world.ids.uuid7()}", json={"friend": None})
    return "Ana", "/door"


def show_up(life: Life) -> Page:
    return "Ana", f"/door/show/{life.circle.habit}/{life.circle.today}"


def day(life: Life) -> Page:
    life.show_a_photo()
    return "Ben", "/door/rounds"


def miss(life: Life) -> Page:
    return "Ben", f"/door/misses/{life.circle.miss_a_day()['id']}"


def everyone(life: Life) -> Page:
    life.circle.post()
    world.look(life.circle.ben, life.circle.habit, life.circle.today)
    return "Ben", "/door/rounds"


def first(life: Life) -> Page:
    life.circle.post()
    life.circle.ben.put(f"/less/{life.circle.habit}")
    return "Ben", "/door/first"


def crowd(life: Life) -> Page:
    open_invite(inviter=life.circle.people["Ana"], now=clock.now())
    cast.befriend(life.circle.people["Ana"], cast.arrive("Eve"))
    return "Ana", "/door/crowd"


def asked(life: Life) -> Page:
    world.offer_seat(life.circle.ana, life.circle.people["Cleo"].id, life.circle.habit)
    return "Cleo", f"/door/seats/{life.circle.habit}"


def seat(life: Life) -> Page:
    return "Ben", f"/door/seats/{life.circle.habit}"


def seal(life: Life) -> Page:
    return "Ben", f"/door/seats/{life.circle.habit}/gold"


def audience(life: Life) -> Page:
    cast.befriend(life.circle.people["Ana"], cast.arrive("Eve"))
    return "Ana", f"/door/audience/{life.circle.habit}"


def friend(life: Life) -> Page:
    return "Ana", f"/door/friends/{life.circle.people['Ben'].id}"


def report(life: Life) -> Page:
    return "Ana", f"/door/report/person/{life.circle.people['Ben'].id}"


def letter(life: Life) -> Page:
    life.circle.people["Ana"].birth_year = 1990
    life.circle.people["Ana"].save()
    return "Ana", f"/door/letters/{life.circle.habit}"


def gold(life: Life) -> Page:
    for name in ("Ana", "Ben"):
        life.circle.people[name].birth_year = 1990
        life.circle.people[name].save()
    life.circle.ben.put(f"/habits/{life.circle.habit}/gold-letter", json={"text": "Seven! I knew it."})
    life.circle.keep(7)
    opened = life.circle.ana.get(f"/habits/{life.circle.habit}/letters").json()["gold"]
    return "Ana", f"/door/letters/gold/{opened[0]['id']}"


def season(life: Life) -> Page:
    life.circle.keep(30)
    return "Ana", f"/door/season/{life.circle.habit}"


def rest(life: Life) -> Page:
    return "Ana", "/door/rest"


def promise(life: Life) -> Page:
    return "Ana", "/door/promise"


def me(life: Life) -> Page:
    return "Ana", "/door/me"


PAGES: dict[str, Callable[[Life], Page]] = {
    one.__name__: one
    for one in (
        entrance, invited, befriended, refused, waiting, warm, cold, back, quiet, show_up, day, miss, everyone, first,
        crowd,
        asked, seat, seal, audience, friend, report, letter, gold, season, rest, promise, me,
    )
}  # fmt: skip
