"""Keeps the phone's alarms true: after every write, and whenever the app comes or goes."""

import threading
from collections.abc import Callable

from mobile.actions.alarms import set_alarms
from mobile.device.protocols import Rings
from mobile.presenters import alarm_words
from mobile.presenters.base import Phone
from mobile.store import snapshots
from mobile.store.database import Body
from shared.languages import say
from shared.reminders import Ring


class Ringing:
    """Where there are no alarms it does nothing. Many writes in a row are followed once."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._waits = threading.Event()
        if phone.device.alarms is not None:
            phone.store.subscribe(self.follow)

    def follow(self) -> None:
        """Off the screen's thread, soon."""
        if self._phone.device.alarms is not None and not self._waits.is_set():
            self._waits.set()
            self._phone.run(self._set)

    def _set(self) -> None:
        # Before reading: a write from here on is followed once more.
        self._waits.clear()
        phone, alarms = self._phone, self._phone.device.alarms
        if alarms is not None:
            witnesses = _witnesses(phone)
            set_alarms(
                phone.store, alarms, lambda habit, ring, little: _line(habit, ring, little, witnesses),
                now=phone.clock.now(),
            )  # fmt: skip


def ask_to_ring(phone: Phone, tell: Callable[[str], None]) -> None:
    """Somebody just chose to be rung: ask for whatever is missing, and `tell` what this phone can't promise.

    Said at once and once more after the answer, then on whatever thread; empty where it can promise everything.
    """
    alarms = phone.device.alarms
    if alarms is None:
        return
    tell(say(alarm_words.RINGS[alarms.rings()]))
    if alarms.rings() is not Rings.ON_TIME:
        alarms.ask(lambda: tell(say(alarm_words.RINGS[alarms.rings()])))


def open_ring_settings(phone: Phone, tell: Callable[[str], None]) -> None:
    """Somebody refused, and thinks better of it: what this phone can't promise is said anew when they come back."""
    alarms = phone.device.alarms
    if alarms is not None:
        alarms.settings(lambda: tell(say(alarm_words.RINGS[alarms.rings()])))


def _witnesses(phone: Phone) -> dict[tuple[str, str], str]:
    """(habit, ISO date) -> the friend who agreed and looked lately, as the server last named them for that date."""
    with phone.store.read() as db:
        items: list[Body] = snapshots.get(db, snapshots.TODAY).get("habits", [])
    return {(item["id"], item["date"]): item["named"]["name"] for item in items if item.get("named")}


def _line(habit: Body, ring: Ring, little: bool, witnesses: dict[tuple[str, str], str]) -> str:
    friend = witnesses.get((habit["id"], ring.day.isoformat()), "")
    return alarm_words.alarm("" if habit["sensitive"] else habit["title"], friend, little=little)
