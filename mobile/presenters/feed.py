"""The feed: friends' check-ins in the order I asked for, and it ends."""

from datetime import date
from pathlib import Path

from mobile.actions import people, respond
from mobile.actions.check_in import Picked
from mobile.actions.less import show_as_before, show_less
from mobile.actions.own_words import remove_comment, write_comment
from mobile.presenters import cards, distance
from mobile.presenters.answering import make_ready, send_face
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.rounds_state import FeedState
from mobile.presenters.sorting import FeedOrder, Wishes, knobs_in, my_reaction
from mobile.presenters.waited import waited_views
from mobile.store import beside, clock_history, comments, instants, kv, less, outbox, own, snapshots
from mobile.store.database import Body
from mobile.sync.pulling import pull_feed, pull_more_feed
from shared.days import habit_day
from shared.ranking import why


class FeedPresenter(StorePresenter[FeedState]):
    """Draws the pages kept on this phone, my unsent answers laid over them."""

    def __init__(self, phone: Phone) -> None:
        self._loading, self._order = False, FeedOrder()
        super().__init__(phone, FeedState(cards=(), ended=False))

    def _draw(self) -> FeedState:
        with self.phone.store.read() as db:
            known, rounds = snapshots.get(db, snapshots.FEED), snapshots.get(db, snapshots.ROUNDS)
            listed = outbox.listed(db)
            waiting, expected = outbox.waiting(db), snapshots.get(db, snapshots.WAITED_FOR)
            away = distance.hidden(snapshots.get(db, snapshots.FRIENDS).get("items", []), waiting)
            clock, still = clock_history.get(db), bool(kv.get(db, kv.CALM))
            wishes = Wishes(knobs_in(own.read_me(db)), away, less.said(db))
        now = self.phone.clock.now()
        today, zone = habit_day(clock, now), clock.changes[-1].zone
        answers = ((card, cards.my_miss_answer(card, waiting)) for card in rounds.get("misses", []))
        return FeedState(
            cards=tuple(
                cards.ranked_card(
                    cards.check_in_card(
                        self.phone.store,
                        card,
                        today=today,
                        reaction=my_reaction(card, waiting),
                        still=still,
                        said=comments.mine_on(card, listed),
                    ),
                    why(facts, wishes.knobs),
                    less=facts.less,
                    day=date.fromisoformat(card["date"]),
                    today=today,
                )
                for card, facts in self._order.sort(known.get("items", []), waiting, wishes)
            ),
            ended=bool(known) and known["next"] is None,
            loading=self._loading,
            offline=self.phone.status.offline,
            answered=tuple(
                cards.answered_miss(card, answer, today=today, zone=zone)
                for card, answer in answers
                if answer and now < instants.from_text(card["opens_at"]) and card["person"]["id"] not in away
            ),
            waited=waited_views(expected, waiting, away),
            waiting=sum(not card["looked"] for key in ("cards", "misses") for card in rounds.get(key, [])),
        )

    def load(self) -> None:
        """Show what is here, then the first page; what was answered meanwhile is sorted anew."""
        self._order.begin_anew()
        self._fetch(more=False)

    def more(self) -> None:
        if not self.state.ended and not self._loading:
            self._fetch(more=True)

    def _fetch(self, *, more: bool) -> None:
        self._loading = True
        self.redraw()

        def fetch() -> None:
            pull = pull_more_feed if more and self.state.cards else pull_feed
            try:
                pull(self.phone.store, self.phone.api)
            finally:
                self._loading = False
                if not more:
                    self._order.begin_anew()
                self.redraw()
            self.phone.sync_now()

        self.phone.run(fetch)

    def react(self, check_in_id: str, kind: str) -> None:
        """Answer, change the answer, or take it back by choosing it once more."""
        card = self._card(check_in_id)
        if card is None:
            return
        with self.phone.store.read() as db:
            before = my_reaction(card, outbox.waiting(db))
        habit_id, date, name, now = card["habit"]["id"], card["date"], card["person"]["name"], self.phone.clock.now()
        if before == kind:
            respond.unreact(self.phone.store, habit_id=habit_id, date=date, title=name, now=now)
        else:
            respond.react(self.phone.store, habit_id=habit_id, date=date, kind=kind, title=name, now=now)

    def answer_with_face(self, check_in_id: str, path: Path, source: str) -> None:
        """A picture of my own, in place of any other answer; made ready off the screen's thread."""
        card = self._card(check_in_id)
        if card is not None:
            send_face(self.phone, card, path, source)

    def write(self, check_in_id: str, text: str) -> None:
        """A line in my own words, where I may. Raises Refused(invalid) for what is none."""
        card = self._card(check_in_id)
        if card is not None:
            habit_id, name, now = card["habit"]["id"], card["person"]["name"], self.phone.clock.now()
            write_comment(self.phone.store, habit_id=habit_id, date=card["date"], text=text, name=name, now=now)

    def take_line_back(self, check_in_id: str, comment_id: str) -> None:
        card = self._card(check_in_id)
        if card is not None:
            remove_comment(
                self.phone.store, habit_id=card["habit"]["id"], date=card["date"], comment_id=comment_id,
                name=card["person"]["name"], now=self.phone.clock.now(),
            )  # fmt: skip

    def nudge_with_face(self, habit_id: str, preset: str, path: Path, source: str) -> None:
        make_ready(self.phone, path, source, lambda picked: self.nudge(habit_id, preset, picked))

    def nudge(self, habit_id: str, preset: str, picked: Picked | None = None) -> None:
        """Tell whose day it is that I'm waiting for it."""
        day = next((one for one in self.state.waited if one.habit_id == habit_id and not one.said), None)
        if day is not None:
            name, now = day.person.name, self.phone.clock.now()
            respond.nudge(
                self.phone.store, habit_id=habit_id, date=day.date, preset=preset, name=name, now=now, picked=picked
            )  # fmt: skip

    def show_less(self, check_in_id: str) -> None:
        """Days of this habit after the others, from now on."""
        card = self._card(check_in_id)
        if card is not None:
            show_less(
                self.phone.store, habit=card["habit"], person=card["person"], now=self.phone.clock.now()
            )  # fmt: skip

    def show_as_before(self, check_in_id: str) -> None:
        card = self._card(check_in_id)
        if card is not None:
            show_as_before(self.phone.store, habit=card["habit"], now=self.phone.clock.now())

    def report(self, check_in_id: str, reason: str) -> None:
        now = self.phone.clock.now()
        people.report(self.phone.store, subject="check_in", subject_id=check_in_id, reason=reason, now=now)

    def report_beside(self, check_in_id: str, reason: str) -> None:
        """The picture or clip of theirs beside this day. Nothing where there is none any more."""
        anchor = (self._card(check_in_id) or {}).get("anchor") or {}
        if anchor.get("kind") == beside.PICTURE:
            now = self.phone.clock.now()
            people.report(self.phone.store, subject="anchor", subject_id=anchor["id"], reason=reason, now=now)

    def _card(self, check_in_id: str) -> Body | None:
        with self.phone.store.read() as db:
            items: list[Body] = snapshots.get(db, snapshots.FEED).get("items", [])
        return next((card for card in items if card["check_in"] == check_in_id), None)
