"""The notices: what Kith told me, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from mobile.actions import people, respond
from mobile.actions.profile import read_notice
from mobile.later import later
from mobile.presenters import copy, pictures
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.faces import plain_face
from mobile.presenters.people_state import Gift, GiftKind, Leads, NoticesState, NoticeView
from mobile.presenters.rounds_state import ReactionChoice
from mobile.store import clock_history, instants, outbox, own, snapshots
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind
from shared.days import habit_day
from shared.languages import say

remove_miss_face = later("mobile.actions.faces", "remove_miss_face")
remove_nudge_face = later("mobile.actions.faces", "remove_nudge_face")
remove_comment = later("mobile.actions.own_words", "remove_comment")

_FOR_THE_ROUNDS = ("rounds", "relay")
_FOR_A_FRIEND = ("started_beside", "kept_beside")
"""The habit they name is mine; whom one would like to see is the friend."""
_FOR_THE_CROWD = ("seat_offered", "arrived", "letter_given")


class NoticesPresenter(StorePresenter[NoticesState]):
    """Those that come while the app is open are told once, apart from the list."""

    def __init__(self, phone: Phone) -> None:
        self._told_until = phone.started_at
        super().__init__(phone, NoticesState())

    def _draw(self) -> NoticesState:
        with self.phone.store.read() as db:
            items = snapshots.get(db, snapshots.NOTICES).get("items", [])
            read = {c.target["notice"] for c in outbox.waiting(db) if c.kind is Kind.READ_NOTICE}
            mine = {habit["id"] for habit in own.read_habits(db)}
            answered, gone = _answered(outbox.waiting(db)), _taken_away(outbox.waiting(db))
            clock, rounds = clock_history.get(db), _in_rounds(snapshots.get(db, snapshots.ROUNDS))
        today, zone = habit_day(clock, self.phone.clock.now()), clock.changes[-1].zone
        items = [item for item in items if item.get("about") not in gone or item["kind"] != "comment"]
        told = (_notice(item, item["id"] in read, today, zone) for item in items)
        shown = tuple(
            self._with_gifts(replace(view, leads=_leads(item, mine, rounds), choices=_choices(item, answered)), item)
            for view, item in zip(told, items, strict=True)
        )
        return NoticesState(shown, arrived=self._newest(shown), offline=self.phone.status.offline)

    def _with_gifts(self, view: NoticeView, item: Body) -> NoticeView:
        path = pictures.sent_face(self.phone.store, item.get("picture"))
        person = replace(view.person, picture=path) if view.person and path else view.person
        return replace(view, person=person, words=item.get("words", ""), gifts=tuple(_gifts(item)))

    def take_away(self, notice_id: str, kind: GiftKind) -> None:
        """A friend's line or picture, for both and for good."""
        with self.phone.store.read() as db:
            items = snapshots.get(db, snapshots.NOTICES).get("items", [])
        item = next((item for item in items if item["id"] == notice_id), None)
        if item is None:
            return
        store, name, now = self.phone.store, item["person"]["name"], self.phone.clock.now()
        person, habit, day = item["person"]["id"], item["habit"], item["date"]
        if kind is GiftKind.COMMENT:
            remove_comment(store, habit_id=habit, date=day, comment_id=item["about"], name=name, now=now)
        elif item["miss"]:
            remove_miss_face(store, miss_id=item["miss"], person_id=person, name=name, now=now)
        else:
            remove_nudge_face(store, habit_id=habit, date=day, person_id=person, name=name, now=now)

    def report(self, gift: Gift, reason: str) -> None:
        now = self.phone.clock.now()
        people.report(self.phone.store, subject=gift.kind, subject_id=gift.subject, reason=reason, now=now)

    def _newest(self, shown: tuple[NoticeView, ...]) -> NoticeView | None:
        fresh = [item for item in shown if item.unread and item.at is not None and item.at > self._told_until]
        return fresh[0] if fresh else None

    def open(self) -> None:
        """The app has come to the front: what came before this instant is for the list alone."""
        self._told_until = self.phone.clock.now()
        self.redraw()

    def put_away(self) -> None:
        """What arrived was shown, and whatever came before it needs no telling of its own."""
        arrived = self.state.arrived
        if arrived is not None and arrived.at is not None:
            self._told_until = arrived.at
            self.redraw()

    def read(self, notice_id: str) -> None:
        self.read_these([notice_id])

    def read_these(self, notice_ids: Iterable[str]) -> None:
        unread = {item.id for item in self.state.items if item.unread} & set(notice_ids)
        now = self.phone.clock.now()
        if unread:
            with self.phone.store.write():
                for notice_id in sorted(unread):
                    read_notice(self.phone.store, notice_id=notice_id, now=now)

    def react(self, notice_id: str, kind: str) -> None:
        """Answer on the line itself; the friend's day need not be opened."""
        notice = next((item for item in self.state.items if item.id == notice_id), None)
        if notice is None or notice.habit_id is None or notice.date is None:
            return
        name, now = notice.person.name if notice.person else "", self.phone.clock.now()
        with self.phone.store.write():
            respond.react(
                self.phone.store, habit_id=notice.habit_id, date=notice.date, kind=kind, title=name, now=now
            )  # fmt: skip
            self.read(notice_id)

    def read_all(self) -> None:
        self.read_these(item.id for item in self.state.items)


def _taken_away(waiting: list[Command]) -> set[str]:
    return {command.target["comment"] for command in waiting if command.kind is Kind.REMOVE_COMMENT}


def _gifts(item: Body) -> Iterator[Gift]:
    if item["kind"] == "comment" and item.get("about"):
        yield Gift(GiftKind.COMMENT, item["about"])
    if item["kind"] == "cheer" and item.get("words"):
        yield Gift(GiftKind.CHEER, item["about"])
    if item.get("picture"):
        yield Gift(GiftKind.FACE, item["picture"])


def _in_rounds(offered: Body) -> set[tuple[str, str]]:
    """Habit and date of what waits to be seen."""
    cards = [card for card in offered.get("cards", []) if not card["looked"]]
    misses = [miss for miss in offered.get("misses", []) if not miss["my_answer"]]
    return {(card["habit"]["id"], card["date"]) for card in (*cards, *misses)}


def _answered(waiting: list[Command]) -> dict[tuple[str, str], str]:
    """By habit and date, what I answered and has not been told the server yet."""
    return {
        (command.target["habit"], command.target["date"]): str(command.body["kind"])
        for command in waiting
        if command.kind is Kind.REACT
    }


def _choices(item: Body, answered: dict[tuple[str, str], str]) -> tuple[ReactionChoice, ...]:
    if item["kind"] != "relay":
        return ()
    mine = answered.get((item["habit"], item["date"]))
    return tuple(ReactionChoice(kind, say(label), kind == mine) for kind, label in copy.REACTIONS.items())


def _leads(item: Body, mine: set[str], rounds: set[tuple[str, str]]) -> Leads:
    if item["kind"] in _FOR_THE_CROWD:
        return Leads.OFFER
    if item["kind"] in _FOR_THE_ROUNDS:
        return Leads.ROUNDS
    if item["kind"] in _FOR_A_FRIEND:
        return Leads.FRIEND
    if item.get("habit") is None:
        return Leads.NOWHERE
    if item["habit"] in mine:
        return Leads.OWN_DAY
    return Leads.ROUNDS if (item["habit"], item.get("date")) in rounds else Leads.FRIENDS_DAY


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
        at=at,
    )
