"""Friends' days that are still waited for: as the server said last, with what this phone has yet to tell it."""

from collections.abc import Collection, Iterable

from mobile.presenters import copy
from mobile.presenters.faces import plain_face
from mobile.presenters.rounds_state import WaitedView
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind
from shared.languages import say


def waited_views(known: Body, waiting: Iterable[Command], away: Collection[str]) -> tuple[WaitedView, ...]:
    """Without the people this phone shows no more."""
    told = {(c.target["habit"], c.target["date"]) for c in waiting if c.kind is Kind.NUDGE}
    return tuple(
        _view(item, (item["habit"]["id"], item["date"]) in told)
        for item in known.get("items", [])
        if item["person"]["id"] not in away
    )


def _view(item: Body, said: bool) -> WaitedView:
    line = say(copy.STILL_TO_COME, number=item["day_number"], title=item["habit"]["title"])
    return WaitedView(item["habit"]["id"], item["date"], plain_face(item["person"]), line, said)
