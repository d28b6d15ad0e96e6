"""The rounds: one card after the other, one tap each, and then that's everyone."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mobile.actions import respond
from mobile.actions.check_in import Picked
from mobile.actions.own_words import write_comment
from mobile.actions.respond import Cheer
from mobile.presenters import cards, copy, distance
from mobile.presenters.answering import make_ready, send_face
from mobile.presenters.base import Phone, Presenter
from mobile.presenters.rounds_state import CardView, RoundsState
from mobile.store import clock_history, comments, kv, outbox, snapshots
from mobile.store.database import Body
from mobile.store.outbox import Kind
from shared import limits
from shared.days import habit_day
from shared.languages import say
from shared.words import one_line

_ANSWERED = frozenset({Kind.LOOK, Kind.REACT, Kind.FACE, Kind.LOOK_AT_MISS, Kind.ANSWER_MISS})
_EMPTY = RoundsState(card=None, queue=(), done=(), next_line="")


@dataclass(frozen=True, slots=True)
class _Dealt:
    """One card of the deck. A card stays in the deck of this round even when the server no longer offers it."""

    is_miss: bool
    body: Body

    @property
    def id(self) -> str:
        return str(self.body["id"] if self.is_miss else self.body["check_in"])

    @property
    def person(self) -> Body:
        person: Body = self.body["person"]
        return person


class RoundsPresenter(Presenter[RoundsState]):
    """Showing a card records the look."""

    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, _EMPTY)
        self._deck: list[_Dealt] = []
        self._at = 0
        self._is_open = False
        self._line = ""
        """Words of mine that go with the next cheer."""
        self._changing = ""
        """The empty day whose answer is being changed."""
        phone.store.subscribe(self._redraw)
        phone.status.subscribe(self._redraw)

    def open(self, change: str = "") -> None:
        """Deal what waits here; cards that arrive meanwhile go under the deck. `change`: a miss I answered already."""
        self._deck, self._at, self._is_open, self._changing = [], 0, True, change
        self._redraw()
        self._record_look()
        self.phone.sync_now()

    def close(self) -> None:
        self._deck, self._at, self._is_open = [], 0, False
        self._show(_EMPTY)

    def react(self, kind: str) -> None:
        card = self._current()
        if card is None or card.is_miss:
            return
        respond.react(
            self.phone.store, habit_id=card.body["habit"]["id"], date=card.body["date"], kind=kind,
            title=card.person["name"], now=self.phone.clock.now(),
        )  # fmt: skip
        self.skip()

    def answer_with_face(self, path: Path, source: str) -> None:
        """A picture of my own as the answer; on to the next card meanwhile."""
        card = self._current()
        if card is not None and not card.is_miss:
            send_face(self.phone, card.body, path, source)
            self.skip()

    def write(self, text: str) -> None:
        """Words of my own about the day on the card, or to go with the next cheer. The card stays.

        Raises Refused(invalid) for what is no line.
        """
        card = self._current()
        if card is None:
            return
        if card.is_miss:
            self._line = one_line(text, limits.CHEER_WORDS_MAX)
            self._redraw()
            return
        write_comment(
            self.phone.store, habit_id=card.body["habit"]["id"], date=card.body["date"], text=text,
            name=card.person["name"], now=self.phone.clock.now(),
        )  # fmt: skip

    def cheer(self, preset: str) -> None:
        self._answer_miss(Cheer(preset, words=self._line))

    def cheer_with_face(self, path: Path, source: str) -> None:
        """A picture of my own, made ready while the next card comes."""
        card, words, now = self._current(), self._line, self.phone.clock.now()
        if card is None or not card.is_miss:
            return

        def send(picked: Picked) -> None:
            cheer = Cheer(picked=picked, words=words)
            respond.answer_miss(self.phone.store, card=card.body, cheer=cheer, now=now)

        make_ready(self.phone, path, source, send)
        self.skip()

    def let_go(self) -> None:
        self._answer_miss(None)

    def _answer_miss(self, cheer: Cheer | None) -> None:
        card = self._current()
        if card is not None and card.is_miss:
            respond.answer_miss(self.phone.store, card=card.body, cheer=cheer, now=self.phone.clock.now())
            self.skip()

    def skip(self) -> None:
        """On to the next card; nothing has to be sent."""
        if self._current() is not None:
            self._at, self._line = self._at + 1, ""
            self._redraw()
            self._record_look()

    def _current(self) -> _Dealt | None:
        return self._deck[self._at] if self._at < len(self._deck) else None

    def _record_look(self) -> None:
        card, now = self._current(), self.phone.clock.now()
        if card is None or card.body["looked"]:
            return
        if card.is_miss:
            respond.look_at_miss(self.phone.store, miss_id=card.id, now=now)
        else:
            respond.look(self.phone.store, habit_id=card.body["habit"]["id"], date=card.body["date"], now=now)

    def _redraw(self) -> None:
        if not self._is_open:
            return
        with self._lock:
            self._deal()
            state = self._draw()
        self._show(state)

    def _deal(self) -> None:
        """Empty days first: somebody may be waiting for a kind word."""
        with self.phone.store.read() as db:
            offered = snapshots.get(db, snapshots.ROUNDS)
            waiting = outbox.waiting(db)
            away = distance.hidden(snapshots.get(db, snapshots.FRIENDS).get("items", []), waiting)
        sent = [command.target for command in waiting if command.kind in _ANSWERED]
        misses = [_Dealt(True, body) for body in offered.get("misses", [])]
        known = {card.id for card in self._deck}
        self._deck += [card for card in misses if card.id == self._changing and card.id not in known]
        fresh = [card for card in misses if not card.body["my_answer"]]
        fresh += [_Dealt(False, body) for body in offered.get("cards", []) if not body["looked"]]
        fresh = [card for card in fresh if card.person["id"] not in away]
        known = {card.id for card in self._deck}
        self._deck += [card for card in fresh if card.id not in known and not _is_answered(card, sent)]

    def _draw(self) -> RoundsState:
        rest = self._deck[self._at + 1 :]
        card = self._current()
        people = {dealt.person["id"]: dealt for dealt in reversed(self._deck)}
        order = list(dict.fromkeys(dealt.person["id"] for dealt in self._deck))
        ahead = {dealt.person["id"] for dealt in self._deck[self._at :]}
        return RoundsState(
            card=self._view(card) if card else None,
            queue=tuple(self._view(people[person]).person for person in order),
            done=tuple(person for person in order if person not in ahead),
            next_line=copy.next_line([dealt.person["name"] for dealt in rest]) if card else say(copy.THATS_EVERYONE),
            offline=self.phone.status.offline,
        )

    def _view(self, card: _Dealt) -> CardView:
        today, zone = self._today()
        if card.is_miss:
            with self.phone.store.read() as db:
                offered = snapshots.get(db, snapshots.ROUNDS).get("misses", [])
                present = next((miss for miss in offered if miss["id"] == card.id), card.body)
                answer = cards.my_miss_answer(present, outbox.waiting(db))
            return cards.miss_card(card.body, answer=answer, today=today, zone=zone, line=self._line)
        with self.phone.store.read() as db:
            still = bool(kv.get(db, kv.CALM))
            said = comments.mine_on(self._offered(db, card.body), outbox.listed(db))
        mine = card.body["my_reaction"]
        return cards.check_in_card(self.phone.store, card.body, today=today, reaction=mine, still=still, said=said)

    @staticmethod
    def _offered(db: sqlite3.Connection, dealt: Body) -> Body:
        """The card as the server printed it last."""
        offered = snapshots.get(db, snapshots.ROUNDS).get("cards", [])
        return next((card for card in offered if card["check_in"] == dealt["check_in"]), dealt)

    def _today(self) -> tuple[date, str]:
        with self.phone.store.read() as db:
            clock = clock_history.get(db)
        return habit_day(clock, self.phone.clock.now()), clock.changes[-1].zone


def _is_answered(card: _Dealt, sent: list[dict[str, str]]) -> bool:
    if card.is_miss:
        return any(target.get("miss") == card.id for target in sent)
    key = (card.body["habit"]["id"], card.body["date"])
    return any((target.get("habit"), target.get("date")) == key for target in sent)
