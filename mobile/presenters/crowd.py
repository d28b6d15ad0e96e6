"""The people: friends, seats offered to me, the seats of my habit, and inviting somebody new."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from mobile.actions import people
from mobile.actions.own_words import let_write
from mobile.actions.seats import SeatAnswer, answer_seat, ask_seat, end_seat, leave_seat
from mobile.api.answers import Done, Refused
from mobile.later import later
from mobile.presenters import copy, distance
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.faces import plain_face
from mobile.presenters.people_state import CrowdState, OfferView, SeatView
from mobile.store import clock_history, instants, kv, looked_at, outbox, own, snapshots
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind
from shared.codes import Code
from shared.codes import Refused as CodeRefused
from shared.days import habit_day
from shared.languages import say
from shared.moods import Role

share_empty_half = later("mobile.presenters.empty_half", "share_empty_half")


class CrowdPresenter(StorePresenter[CrowdState]):
    def __init__(self, phone: Phone) -> None:
        self._habit_id: str | None = None
        self._link = CrowdState()
        """Only the parts about links, which come from the server and are not kept."""
        super().__init__(phone, CrowdState())

    def _draw(self) -> CrowdState:
        with self.phone.store.read() as db:
            me, habits, waiting = own.read_me(db), own.read_habits(db), outbox.waiting(db)
            arrivals = snapshots.get(db, snapshots.ARRIVALS).get("items", [])
            friends = snapshots.get(db, snapshots.FRIENDS).get("items", [])
            seats = with_answers(snapshots.get(db, snapshots.SEATS).get("items", []), waiting)
            asked = [seat for seat in seats if is_asked_to_keep(db, seat)]
            quiet = looked_at.quiet(db, self._today(db))
        gone = {c.target["person"] for c in waiting if c.kind in (Kind.UNFRIEND, Kind.BLOCK)}
        answered = {c.target["person"] for c in waiting if c.kind is Kind.ANSWER_ARRIVAL}
        habit = next((habit for habit in habits if habit["id"] == self._habit_id), next(iter(habits), None))
        return replace(
            self._link,
            friends=tuple(plain_face(friend) for friend in friends if friend["id"] not in gone),
            muted=distance.muted(friends, waiting),
            restricted=distance.restricted(friends, waiting),
            writers=distance.may_write(friends, waiting),
            offers=tuple(_offer(seat) for seat in seats if seat["state"] == "invited"),
            keepings=tuple(_keeping(seat) for seat in asked),
            watching=tuple(
                _offer(seat)
                for seat in seats
                if seat["state"] == "accepted" and seat["habit"]["id"] not in {one["habit"] for one in quiet}
            ),
            quiet=tuple({one["person"]["id"]: plain_face(one["person"]) for one in quiet}.values()),
            arrivals=tuple(plain_face(one) for one in arrivals if one["id"] not in answered),
            waiting=_waiting(me),
            habit_id=habit["id"] if habit else None,
            seats=tuple(_seat(seat) for seat in habit["seats"]) if habit else (),
            offline=self.phone.status.offline,
        )

    def _today(self, db: sqlite3.Connection) -> date:
        return habit_day(clock_history.get(db), self.phone.clock.now())

    def choose_habit(self, habit_id: str) -> None:
        self._habit_id = habit_id
        self.redraw()

    # Seats of my habit
    def ask(self, person_id: str, role: Role) -> None:
        with self.phone.store.read() as db:
            friends = snapshots.get(db, snapshots.FRIENDS).get("items", [])
        friend = next((friend for friend in friends if friend["id"] == person_id), None)
        habit_id, now = self.state.habit_id, self.phone.clock.now()
        if friend is not None and habit_id is not None:
            ask_seat(self.phone.store, habit_id=habit_id, person=friend, role=Role(role), now=now)

    def end_seat(self, person_id: str) -> None:
        habit_id, now = self.state.habit_id, self.phone.clock.now()
        name = next((seat.person.name for seat in self.state.seats if seat.person.person_id == person_id), "")
        if habit_id is not None:
            end_seat(self.phone.store, habit_id=habit_id, person_id=person_id, name=name, now=now)

    # Seats offered to me
    def accept(self, habit_id: str) -> None:
        """A witness agrees to what the offer told them of the letter, too."""
        witness = any(offer.habit_id == habit_id and offer.role is Role.WITNESS for offer in self.state.offers)
        self._answer(habit_id, SeatAnswer.ACCEPT, keeps_letter=True if witness else None)

    def keep_letter(self, habit_id: str) -> None:
        """A seat of mine whose owner has given a letter since: I agree to keep it."""
        self._answer(habit_id, SeatAnswer.ACCEPT, keeps_letter=True)

    def put_asking_away(self, habit_id: str) -> None:
        with self.phone.store.write() as db:
            kv.put(db, _asked_key(habit_id), "away")

    def ask_back(self, person_id: str) -> None:
        """And you? Ask them to be a witness of mine, too."""
        self.ask(person_id, Role.WITNESS)

    def rather_cheer(self, habit_id: str) -> None:
        self._answer(habit_id, SeatAnswer.CHEER)

    def decline(self, habit_id: str) -> None:
        self._answer(habit_id, SeatAnswer.DECLINE)

    def leave(self, habit_id: str) -> None:
        now = self.phone.clock.now()
        leave_seat(self.phone.store, habit_id=habit_id, title=self._owner_name(habit_id), now=now)

    def stop_looking(self, person_id: str) -> None:
        """At whatever of this friend shows nothing now: a seat that still stands ends, what was remembered goes."""
        store, now = self.phone.store, self.phone.clock.now()
        with store.write() as db:
            habits = [one["habit"] for one in looked_at.quiet(db, self._today(db)) if one["person"]["id"] == person_id]
            held = {seat["habit"]["id"] for seat in snapshots.get(db, snapshots.SEATS).get("items", [])}
            for habit_id in habits:
                if habit_id in held:
                    leave_seat(store, habit_id=habit_id, title=self._name(person_id), now=now)
            looked_at.forget(db, habits)

    def _answer(self, habit_id: str, answer: SeatAnswer, *, keeps_letter: bool | None = None) -> None:
        title, now = self._owner_name(habit_id), self.phone.clock.now()
        answer_seat(
            self.phone.store, habit_id=habit_id, answer=answer, title=title, now=now, keeps_letter=keeps_letter
        )  # fmt: skip

    def _owner_name(self, habit_id: str) -> str:
        seats = (*self.state.offers, *self.state.watching)
        return next((seat.owner.name for seat in seats if seat.habit_id == habit_id), "")

    # Who came in with a link of mine
    def is_them(self, person_id: str) -> None:
        self._answer_arrival(person_id, True)

    def is_somebody_else(self, person_id: str) -> None:
        self._answer_arrival(person_id, False)

    def _answer_arrival(self, person_id: str, is_them: bool) -> None:
        name = next((one.name for one in self.state.arrivals if one.person_id == person_id), "")
        now = self.phone.clock.now()
        people.answer_arrival(self.phone.store, person_id=person_id, is_them=is_them, name=name, now=now)

    # Friends
    def unfriend(self, person_id: str) -> None:
        people.unfriend(self.phone.store, person_id=person_id, name=self._name(person_id), now=self.phone.clock.now())

    def block(self, person_id: str) -> None:
        people.block(self.phone.store, person_id=person_id, name=self._name(person_id), now=self.phone.clock.now())

    def mute(self, person_id: str) -> None:
        """Or no longer."""
        self._keep(person_id, muted=person_id not in self.state.muted, restricted=person_id in self.state.restricted)

    def restrict(self, person_id: str) -> None:
        """Or no longer."""
        self._keep(person_id, muted=person_id in self.state.muted, restricted=person_id not in self.state.restricted)

    def let_write(self, person_id: str) -> None:
        """In their own words, or no longer."""
        allowed, name = person_id not in self.state.writers, self._name(person_id)
        let_write(self.phone.store, person_id=person_id, allowed=allowed, name=name, now=self.phone.clock.now())

    def _keep(self, person_id: str, *, muted: bool, restricted: bool) -> None:
        name, now = self._name(person_id), self.phone.clock.now()
        people.keep_distance(
            self.phone.store, person_id=person_id, muted=muted, restricted=restricted, name=name, now=now
        )

    def report(self, person_id: str, reason: str) -> None:
        now = self.phone.clock.now()
        people.report(self.phone.store, subject="person", subject_id=person_id, reason=reason, now=now)

    def _name(self, person_id: str) -> str:
        return next((friend.name for friend in self.state.friends if friend.person_id == person_id), "")

    # Links
    def invite(self) -> None:
        """Make a link; only the server can, so this one thing needs the network."""
        self._ask_server(self._invite)

    def show_guest(self) -> None:
        """Make a link to today's photo of the habit chosen, for somebody without Kith."""
        self._ask_server(self._guest_link)

    def share_half(self) -> None:
        """The link, with my photo of today beside a half that is still empty."""
        habit_id, link = self.state.habit_id, self._link

        def share() -> CrowdState:
            try:
                return replace(link, busy=False, shared=share_empty_half(self.phone, habit_id or "", link.guest_url))
            except CodeRefused as refused:
                return replace(link, busy=False, problem=copy.refusal(refused.code))

        self._ask_server(share)

    def open_invite(self, link: str) -> None:
        """Somebody's link or token was opened: show who sent it."""
        self._ask_server(lambda: self._open_invite(_token(link)))

    def accept_invite(self, link: str) -> None:
        self._ask_server(lambda: self._accept_invite(_token(link)))

    def _ask_server(self, ask: Callable[[], CrowdState]) -> None:
        self._link = replace(self._link, busy=True, problem="")
        self.redraw()

        def run() -> None:
            self._link = ask()
            self.redraw()

        self.phone.run(run)

    def _invite(self) -> CrowdState:
        answer = self.phone.api.post_invite()
        if isinstance(answer, Done):
            return CrowdState(invite_url=answer.body["url"])
        return _problem(answer)

    def _guest_link(self) -> CrowdState:
        with self.phone.store.read() as db:
            today = self._today(db)
        answer = self.phone.api.post_guest_link(self.state.habit_id or "", today.isoformat())
        if isinstance(answer, Done):
            return CrowdState(guest_url=answer.body["url"], can_share=self.phone.device.share is not None)
        if isinstance(answer, Refused) and answer.code == Code.NOT_FOUND:
            return CrowdState(problem=say(copy.PHOTO_FIRST))
        return _problem(answer)

    def _open_invite(self, token: str) -> CrowdState:
        answer = self.phone.api.preview_invite(token)
        if isinstance(answer, Done):
            return CrowdState(inviter=plain_face(answer.body["inviter"]), link=token)
        return _problem(answer)

    def _accept_invite(self, token: str) -> CrowdState:
        answer = self.phone.api.accept_invite(token)
        if isinstance(answer, Done):
            self.phone.sync_now()
            return CrowdState(told=copy.friends_now(answer.body["friend"]["name"]))
        return replace(self._link, busy=False, problem=_problem(answer).problem)


def _waiting(me: Body | None) -> str:
    waiting = (me or {}).get("waiting")
    if not waiting:
        return ""
    until = instants.from_text(waiting["until"]).astimezone(ZoneInfo(me["zone"] if me else "UTC")).date()
    return copy.waiting_for(waiting["inviter"]["name"], until)


def _problem(answer: object) -> CrowdState:
    return CrowdState(problem=answer.detail if isinstance(answer, Refused) else say(copy.NO_SERVER))


def _token(link: str) -> str:
    return link.strip().rstrip("/").rpartition("/")[2]


def _asked_key(habit_id: str) -> str:
    return f"keep_asked/{habit_id}"


def is_asked_to_keep(db: sqlite3.Connection, seat: Body) -> bool:
    """A letter was given to this seat of mine, and I have neither agreed to keep it nor put the question away."""
    habit_id = seat["habit"]["id"]
    if seat["keeps_letter"] or (seat["role"], seat["state"]) != (Role.WITNESS, "accepted"):
        return False
    told = snapshots.get(db, snapshots.NOTICES).get("items", [])
    given = any(notice["kind"] == "letter_given" and notice["habit"] == habit_id for notice in told)
    return given and not kv.get(db, _asked_key(habit_id))


def with_answers(seats: list[Body], waiting: list[Command]) -> list[Body]:
    """Offers as they stand once my unsent answers have arrived."""
    answers = {c.target["habit"]: c for c in waiting if c.kind in (Kind.ANSWER_SEAT, Kind.LEAVE_SEAT)}
    stand = []
    for seat in seats:
        command = answers.get(seat["habit"]["id"])
        answer = None if command is None else command.body.get("answer", "leave")
        if answer in (SeatAnswer.ACCEPT, SeatAnswer.CHEER):
            role = Role.GALLERY.value if answer == SeatAnswer.CHEER else seat["role"]
            keeps = bool(command and command.body.get("keeps_letter", seat["keeps_letter"])) and role != Role.GALLERY
            stand.append(seat | {"state": "accepted", "role": role, "keeps_letter": keeps})
        elif answer is None:
            stand.append(seat)
    return stand


def _keeping(seat: Body) -> OfferView:
    """The question whether I keep their letter."""
    shown = _offer(seat)
    return replace(shown, text=copy.asks_to_keep(shown.owner.name), detail=say(copy.KEEP_DETAIL))


def _offer(seat: Body) -> OfferView:
    habit, role = seat["habit"], Role(seat["role"])
    name = habit["owner"]["name"]
    detail = say(copy.WITNESS_DETAIL) if role is Role.WITNESS else say(copy.GALLERY_DETAIL)
    return OfferView(
        habit["id"], habit["title"], habit["icon"], plain_face(habit["owner"]), role, copy.would_like(name), detail
    )


def _seat(seat: Body) -> SeatView:
    return SeatView(plain_face(seat["person"]), Role(seat["role"]), seat["state"] != "accepted")
