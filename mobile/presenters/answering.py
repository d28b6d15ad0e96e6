"""Sending one's own face as an answer, for the rounds and the feed alike."""

from collections.abc import Callable
from pathlib import Path

from mobile.actions.check_in import Picked, pick_photo
from mobile.actions.faces import answer_with_face
from mobile.presenters.base import Phone
from mobile.store.database import Body
from shared.codes import Refused

OnPicked = Callable[[Picked], object]


def send_face(phone: Phone, card: Body, path: Path, source: str) -> None:
    """Make the picture ready and queue it with its answer. A file that is no picture answers nothing."""
    now = phone.clock.now()

    def answer(picked: Picked) -> None:
        habit_id, date, name = card["habit"]["id"], card["date"], card["person"]["name"]
        answer_with_face(phone.store, habit_id=habit_id, date=date, picked=picked, title=name, now=now)

    make_ready(phone, path, source, answer)


def make_ready(phone: Phone, path: Path, source: str, on_picked: OnPicked) -> None:
    """A picture of my own, made ready off the screen's thread; what is none, or has no room, is not heard of."""
    now = phone.clock.now()

    def prepare() -> None:
        try:
            picked = pick_photo(phone.store, path=path, source=source, now=now)
        except (Refused, OSError):
            return
        on_picked(picked)

    phone.run(prepare)
