"""Fills a phone's folder as months of use would have filled it. Deterministic but for ids and the present day."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from mobile.api.fake import FakeServer
from mobile.api.line import TOKEN
from mobile.app_core import Core, build_core
from mobile.device.desktop.secrets import FileSecrets
from mobile.device.protocols import Device
from mobile.store import cache, check_ins, misses, snapshots
from mobile.sync.pulling import pull_feed, pull_more_feed
from server.demo.art import draw_photo
from shared import clock
from shared.ids import miss_id, uuid7

FRIENDS = ("Ben", "Cleo", "Dan", "Eva", "Finn")
SUBJECTS = ("morning_run", "reading", "guitar", "yoga")
FEED = 200
_PHOTO = (1080, 1350)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Size:
    """How much is in the store: days of each of my habits, and how many of them."""

    habits: int
    days: int


WARM = Size(habits=3, days=400)
TEN_YEARS = Size(habits=10, days=3653)


def warm_store(folder: Path, feed: int = FEED) -> None:
    """Three habits of four hundred days, five friends around them, and a feed of two hundred days with photos."""
    server, me, friends = _people()
    pictures = _pictures()
    _my_habits(server, me, friends, WARM)
    _friends_days(server, me, friends, feed // len(friends))
    core = _phone(server, me, folder)
    try:
        core.engine.run_once()
        _whole_feed(core)
        _lay_photos(core, pictures)
    finally:
        core.close()


def long_store(folder: Path, size: Size = TEN_YEARS) -> None:
    """Ten years of ten habits, without a photo's bytes: Today is read from rows."""
    server, me, friends = _people()
    _my_habits(server, me, friends, size, posted=False)
    core = _phone(server, me, folder)
    try:
        core.engine.run_once()
        _years(core, size.days)
    finally:
        core.close()


def _people() -> tuple[FakeServer, str, list[str]]:
    server = FakeServer()
    me, *friends = [server.world.add_person(name, avatar=f"a{n}") for n, name in enumerate(("Ana", *FRIENDS))]
    for friend in friends:
        server.world.befriend(me, friend)
    return server, me, friends


def _pictures() -> list[bytes]:
    """A few drawn photos, each of which hangs on many days."""
    drawn = []
    for subject in SUBJECTS:
        for day in (1, 40, 90):
            file = io.BytesIO()
            draw_photo(subject, day, size=_PHOTO).save(file, "WEBP", quality=80)
            drawn.append(file.getvalue())
    return drawn


def _noon() -> datetime:
    return datetime.combine(clock.now().date(), datetime.min.time(), UTC) + timedelta(hours=12)


def _my_habits(server: FakeServer, me: str, friends: list[str], size: Size, *, posted: bool = True) -> None:
    """With their days, or without: thousands go into the store faster than through a server."""
    noon = _noon()
    for number in range(size.habits):
        habit = server.world.add_habit(me, f"Promise {number + 1}", starts_on=noon.date() - size.days * _DAY)
        for friend in friends:
            server.world.seat(habit, friend)
        server.world.habits[habit]["judged_through"] = (noon.date() - _DAY).isoformat()
        for back in filter(_is_kept, range(size.days, 0, -1) if posted else ()):
            at = noon - back * _DAY
            server.world.post(habit, at.date(), at=at, photo=b"elsewhere" if back < 40 else None)
    if posted:
        server.world.sweep()


def _is_kept(back: int) -> bool:
    """Every eleventh day stayed empty."""
    return back % 11 > 0


def _friends_days(server: FakeServer, me: str, friends: list[str], days: int) -> None:
    noon = _noon()
    for friend in friends:
        habit = server.world.add_habit(friend, "Morning run", starts_on=noon.date() - days * _DAY)
        server.world.seat(habit, me)
        for back in range(days):
            at = noon - back * _DAY
            server.world.post(habit, at.date(), at=at, photo=b"elsewhere", caption="Five before breakfast")


def _phone(server: FakeServer, me: str, folder: Path) -> Core:
    secrets = FileSecrets(folder / "secrets.json")
    secrets.put(TOKEN, me)
    return build_core(data_dir=folder, transport_or_base_url=server.transport, device=Device(secrets=secrets))


def _whole_feed(core: Core) -> None:
    pull_feed(core.store, core.phone.api)
    with core.store.read() as db:
        known = snapshots.get(db, snapshots.FEED)
    while known["next"]:
        pull_more_feed(core.store, core.phone.api)
        with core.store.read() as db:
            known = snapshots.get(db, snapshots.FEED)


def _lay_photos(core: Core, pictures: list[bytes]) -> None:
    """As if every one had been fetched."""
    with core.store.read() as db:
        cards = snapshots.get(db, snapshots.FEED)["items"]
        mine = [row for habit in core.today.state.tabs for row in check_ins.of_habits(db, [habit.habit_id])]
    days = [(card["habit"]["id"], card["date"]) for card in cards]
    days += [(row["habit"], row["date"]) for row in mine if row["photos"]]
    for number, (habit, day) in enumerate(days):
        cache.add(core.store, cache.key_of(habit, day, 0), pictures[number % len(pictures)])


def _years(core: Core, days: int) -> None:
    """Check-ins with a photo each and, for the empty days, misses, as the server prints them."""
    noon = _noon()
    with core.store.write() as db:
        for tab in core.today.state.tabs:
            for back in range(days, 0, -1):
                if _is_kept(back):
                    check_ins.save(db, _check_in(tab.habit_id, noon - back * _DAY))
                else:
                    misses.save(db, _miss(tab.habit_id, noon - back * _DAY))


def _text(instant: datetime) -> str:
    return instant.isoformat().replace("+00:00", "Z")


def _check_in(habit: str, at: datetime) -> dict[str, object]:
    photo = {"n": 0, "photo": str(uuid7()), "state": "ready", "code": None, "width": 1080, "height": 1350}
    return {
        "id": str(uuid7()), "habit": habit, "date": at.date().isoformat(), "captured_at": _text(at),
        "received_at": _text(at), "late": False, "extra": False, "caption": "Five before breakfast", "amount": None,
        "source": "camera", "photos": [photo], "undone_at": None, "updated_at": _text(at),
    }  # fmt: skip


def _miss(habit: str, at: datetime) -> dict[str, object]:
    """Followed by a comeback on the next day."""
    day = at.date()
    return {
        "id": str(miss_id(UUID(habit), day)), "habit": habit, "date": day.isoformat(),
        "closed_at": _text(at + _DAY), "opens_at": _text(at + 3 * _DAY), "state": "returned",
        "returned_on": (day + _DAY).isoformat(), "seen_by": [], "cheers": [], "letter": None,
    }  # fmt: skip
