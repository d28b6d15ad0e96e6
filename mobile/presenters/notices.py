"""The notices: what Kith told me, newest first."""

from datetime import date
from zoneinfo import ZoneInfo

from mobile.actions.profile import read_notice
from mobile.presenters import copy
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.crowd import plain_face
from mobile.presenters.people_state import NoticesState, NoticeView
from mobile.store import clock_history, instants, outbox, snapshots
from mobile.store.database import Body
from mobile.store.outbox import Kind
from shared.days import habit_day


class NoticesPresenter(StorePresenter[NoticesState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, NoticesState())

    def _draw(self) -> NoticesState:
        with self.phone.store.read() as db:
            items = snapshots.get(db, snapshots.NOTICES).get("items", [])
            read = {c.target["notice"] for c in outbox.waiting(db) if c.kind is Kind.READ_NOTICE}
            clock = clock_history.get(db)
        today, zone = habit_day(clock, self.phone.clock.now()), clock.changes[-1].zone
        shown = tuple(_notice(item, item["id"] in read, today, zone) for item in items)
        return NoticesState(shown, offline=self.phone.status.offline)

    def read(self, notice_id: str) -> None:
        if any(item.id == notice_id and item.unread for item in self.state.items):
            read_notice(self.phone.store, notice_id=notice_id, now=self.phone.clock.now())

    def read_all(self) -> None:
        for item in self.state.items:
            self.read(item.id)


def _notice(item: Body, read: bool, today: date, zone: str) -> NoticeView:
    at = instants.from_text(item["created_at"])
    day = at.astimezone(ZoneInfo(zone)).date()
    person = item.get("person")
    return NoticeView(
        id=item["id"],
        text=item["text"],
        when=copy.when(day, today, copy.part_of_day(at, zone), ""),
        unread=item["read_at"] is None and not read,
        person=plain_face(person) if person else None,
        habit_id=item.get("habit"),
        date=item.get("date"),
    )
