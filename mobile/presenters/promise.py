"""A new promise: title, when, one friend or nobody yet. It posts nothing; deeds are shared, not intentions."""

from dataclasses import replace

from mobile.actions.habits import promise_habit
from mobile.actions.seats import ask_seat
from mobile.presenters import copy
from mobile.presenters.base import Phone, Presenter
from mobile.presenters.faces import plain_face
from mobile.presenters.people_state import PromiseState
from mobile.presenters.ringing import ask_to_ring, open_ring_settings
from mobile.store import kv, snapshots
from mobile.store.database import Body
from shared import limits
from shared.codes import Refused
from shared.moods import Role
from shared.plans import Frequency, Schedule


class PromisePresenter(Presenter[PromiseState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, PromiseState())
        self._schedule = Schedule(Frequency.DAILY)

    def open(self) -> None:
        self._schedule = Schedule(Frequency.DAILY)
        self._show(PromiseState(friends=tuple(plain_face(friend) for friend in self._friends())))

    def set_title(self, title: str) -> None:
        title = title[: limits.TITLE_MAX]
        self._show(replace(self.state, title=title, can_promise=bool(title.strip())))

    def set_icon(self, icon: str) -> None:
        self._show(replace(self.state, icon=icon))

    def set_schedule(self, wire: Body) -> None:
        """The schedule's wire form; one that doesn't work out says so and changes nothing."""
        try:
            self._schedule = Schedule.from_json(wire)
        except Refused as refused:
            self._show(replace(self.state, problem=copy.refusal(refused.code)))
        else:
            self._show(replace(self.state, problem=""))

    def set_reminder(self, minute: int | None) -> None:
        """Minutes after midnight; None: no reminder. Only now is the person asked to let this phone ring."""
        self._show(replace(self.state, reminder=minute, rings=""))
        if minute is not None:
            ask_to_ring(self.phone, self._say_rings)

    def open_settings(self) -> None:
        """Where this phone lets somebody allow what they refused."""
        open_ring_settings(self.phone, self._say_rings)

    def _say_rings(self, rings: str) -> None:
        if self.state.reminder is not None:
            self._show(replace(self.state, rings=rings))

    def toggle_friend(self, person_id: str) -> None:
        chosen = set(self.state.chosen) ^ {person_id}
        if len(chosen) <= limits.WITNESSES_MAX:
            self._show(replace(self.state, chosen=tuple(sorted(chosen))))

    def promise(self) -> bool:
        """Make it, ask the friends chosen, and show it on Today."""
        state, store, now = self.state, self.phone.store, self.phone.clock.now()
        friends = [friend for friend in self._friends() if friend["id"] in state.chosen]
        reminders = () if state.reminder is None else (state.reminder,)
        try:
            with store.write() as db:
                habit_id = promise_habit(
                    store, title=state.title, icon=state.icon, schedule=self._schedule, reminders=reminders, now=now
                )
                for friend in friends:
                    ask_seat(store, habit_id=habit_id, person=friend, role=Role.WITNESS, now=now)
                kv.put(db, kv.SELECTED_HABIT, habit_id)
        except Refused as refused:
            self._show(replace(state, problem=copy.refusal(refused.code)))
            return False
        self._show(replace(state, made=habit_id, problem=""))
        return True

    def _friends(self) -> list[Body]:
        with self.phone.store.read() as db:
            items: list[Body] = snapshots.get(db, snapshots.FRIENDS).get("items", [])
        return items
