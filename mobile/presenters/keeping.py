"""A seat of mine at a friend's habit: the gold letter I seal there, the blue one I keep."""

from collections.abc import Callable
from datetime import datetime

from mobile.actions.letters import withdraw_gold, write_gold
from mobile.actions.seats import SeatAnswer, answer_seat
from mobile.api.answers import Done, Refused
from mobile.presenters import copy
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.crowd import is_asked_to_keep, with_answers
from mobile.presenters.faces import plain_face
from mobile.presenters.letters_state import KeepingState
from mobile.store import outbox, snapshots
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind
from mobile.sync.pulling import pull_my_gold
from shared.codes import Code
from shared.codes import Refused as NotDone
from shared.languages import say
from shared.moods import Role


class KeepingPresenter(StorePresenter[KeepingState]):
    def __init__(self, phone: Phone) -> None:
        self._habit_id = self._problem = self._kept_words = ""
        super().__init__(phone, KeepingState())

    def _draw(self) -> KeepingState:
        with self.phone.store.read() as db:
            waiting = outbox.waiting(db)
            seats = with_answers(snapshots.get(db, snapshots.SEATS).get("items", []), waiting)
            seat = next((one for one in seats if one["habit"]["id"] == self._habit_id), None)
            gold = _sealed(snapshots.get(db, snapshots.my_gold(self._habit_id)).get("sealed"), waiting, self._habit_id)
            asked = seat is not None and is_asked_to_keep(db, seat)
        if seat is None:
            return KeepingState()
        owner = plain_face(seat["habit"]["owner"])
        return KeepingState(
            habit_id=self._habit_id, habit_title=seat["habit"]["title"], owner=owner, role=Role(seat["role"]),
            keeps=seat["keeps_letter"], asked=asked, gold=gold["text"] if gold else "",
            gold_line=copy.gold_sealed(owner.name, gold["milestone"]) if gold else "", kept_words=self._kept_words,
            problem=self._problem, offline=self.phone.status.offline,
        )  # fmt: skip

    def open(self, habit_id: str) -> None:
        self._habit_id, self._problem, self._kept_words = habit_id, "", ""
        self.redraw()
        self.phone.run(lambda: pull_my_gold(self.phone.store, self.phone.api, habit_id))

    def keep(self, keeps: bool) -> None:
        """Agree to keep their letter, having been told what it does; or stop keeping it."""
        answer_seat(
            self.phone.store, habit_id=self._habit_id, answer=SeatAnswer.ACCEPT, title=self._name,
            now=self.phone.clock.now(), keeps_letter=keeps,
        )  # fmt: skip

    def seal(self, text: str) -> bool:
        """Seal a gold letter, or other words in its place. False when these words can't be a letter."""
        return self._do(
            lambda now: write_gold(self.phone.store, habit_id=self._habit_id, text=text, name=self._name, now=now)
        )

    def withdraw(self) -> bool:
        return self._do(lambda now: withdraw_gold(self.phone.store, habit_id=self._habit_id, name=self._name, now=now))

    def read_kept(self) -> None:
        """Look at the blue letter I keep. Its words stay on this screen only."""
        habit_id = self._habit_id

        def read() -> None:
            answer = self.phone.api.get_kept_blue(habit_id)
            if habit_id != self._habit_id:
                return
            if isinstance(answer, Done):
                self._kept_words = answer.body.get("text") or ""
            self._problem = "" if self._kept_words else _why(answer)
            self.redraw()

        self.phone.run(read)

    def put_kept_away(self) -> None:
        self._kept_words = ""
        self.redraw()

    @property
    def _name(self) -> str:
        return self.state.owner.name if self.state.owner else ""

    def _do(self, act: Callable[[datetime], None]) -> bool:
        try:
            act(self.phone.clock.now())
            self._problem = ""
        except NotDone as refused:
            self._problem = say(copy.WORDS_WRONG) if refused.code is Code.INVALID else copy.refusal(refused.code)
        self.redraw()
        return not self._problem


def _sealed(known: Body | None, waiting: list[Command], habit_id: str) -> Body | None:
    """What I have sealed, unsent changes included."""
    for command in waiting:
        if command.target.get("habit") == habit_id and command.kind is Kind.WRITE_GOLD:
            known = {"text": command.body["text"], "milestone": known["milestone"] if known else None}
        elif command.target.get("habit") == habit_id and command.kind is Kind.WITHDRAW_GOLD:
            known = None
    return known


def _why(answer: object) -> str:
    if isinstance(answer, Done):
        return say(copy.NO_LETTER_HERE)
    return answer.detail if isinstance(answer, Refused) else say(copy.NO_SERVER)
