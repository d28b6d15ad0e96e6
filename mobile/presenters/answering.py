"""Sending one's own face as an answer, for the rounds and the feed alike."""

from pathlib import Path

from mobile.actions.check_in import pick_photo
from mobile.actions.faces import answer_with_face
from mobile.presenters.base import Phone
from mobile.store.database import Body
from shared.codes import Refused


def send_face(phone: Phone, card: Body, path: Path, source: str) -> None:
    """Make the picture ready and queue it with its answer. A file that is no picture answers nothing."""
    now = phone.clock.now()

    def prepare() -> None:
        try:
            picked = pick_photo(phone.store, path=path, source=source, now=now)
        except Refused:
            return
        habit_id, date, name = card["habit"]["id"], card["date"], card["person"]["name"]
        answer_with_face(phone.store, habit_id=habit_id, date=date, picked=picked, title=name, now=now)

    phone.run(prepare)
