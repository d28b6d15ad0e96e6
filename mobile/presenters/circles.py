"""Circles of friends: named, filled, and shown a habit. Nobody in them is told."""

from dataclasses import replace

from mobile.actions.circles import give_up_circle, save_circle, show_habit
from mobile.presenters import copy
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.circles_state import CircleDraft, CirclesState, CircleView
from mobile.presenters.faces import plain_face
from mobile.store import circles, own, snapshots
from mobile.store.database import Body
from shared import limits
from shared.codes import Refused


class CirclesPresenter(StorePresenter[CirclesState]):
    def __init__(self, phone: Phone) -> None:
        self._habit_id: str | None = None
        self._draft: CircleDraft | None = None
        self._problem = ""
        super().__init__(phone, CirclesState())

    def open(self, habit_id: str | None) -> None:
        """`habit_id`: the habit that may be shown to circles."""
        self._habit_id, self._draft, self._problem = habit_id, None, ""
        self.redraw()

    def _draw(self) -> CirclesState:
        with self.phone.store.read() as db:
            habits, mine = own.read_habits(db), circles.listed(db)
            friends = snapshots.get(db, snapshots.FRIENDS).get("items", [])
        habit = next((habit for habit in habits if habit["id"] == self._habit_id), None)
        shown = habit.get("circles", []) if habit else []
        return CirclesState(
            habit_title=habit["title"] if habit else "",
            circles=tuple(_view(circle, circle["id"] in shown) for circle in mine),
            friends=tuple(plain_face(friend) for friend in friends),
            draft=self._draft,
            problem=self._problem,
        )

    # One circle
    def start(self) -> None:
        self._put(CircleDraft(None))

    def edit(self, circle_id: str) -> None:
        circle = next((one for one in self.state.circles if one.id == circle_id), None)
        if circle is not None:
            self._put(CircleDraft(circle_id, circle.name, frozenset(face.person_id for face in circle.faces)))

    def set_name(self, name: str) -> None:
        if self._draft is not None:
            self._put(replace(self._draft, name=name[: limits.NAME_MAX]))

    def toggle(self, person_id: str) -> None:
        if self._draft is not None:
            self._put(replace(self._draft, chosen=self._draft.chosen ^ {person_id}))

    def close(self) -> None:
        self._put(None)

    def save(self) -> None:
        draft, now = self._draft, self.phone.clock.now()
        if draft is None:
            return
        try:
            save_circle(
                self.phone.store, circle_id=draft.id, name=draft.name, members=self._members(draft), now=now
            )  # fmt: skip
        except Refused as refused:
            self._problem = copy.refusal(refused.code)
            self.redraw()
            return
        self._put(None)

    def give_up(self) -> None:
        draft = self._draft
        if draft is not None and draft.id is not None:
            give_up_circle(self.phone.store, circle_id=draft.id, name=draft.name, now=self.phone.clock.now())
        self._put(None)

    # The habit
    def show_habit(self, circle_id: str) -> None:
        """Shown to this circle, or no longer."""
        circle = next((one for one in self.state.circles if one.id == circle_id), None)
        if circle is not None and self._habit_id is not None:
            show_habit(
                self.phone.store, habit_id=self._habit_id, circle_id=circle_id, shown=not circle.shown,
                now=self.phone.clock.now(),
            )  # fmt: skip

    def _members(self, draft: CircleDraft) -> list[Body]:
        with self.phone.store.read() as db:
            friends: list[Body] = snapshots.get(db, snapshots.FRIENDS).get("items", [])
        return [friend for friend in friends if friend["id"] in draft.chosen]

    def _put(self, draft: CircleDraft | None) -> None:
        self._draft, self._problem = draft, ""
        self.redraw()


def _view(circle: Body, shown: bool) -> CircleView:
    return CircleView(circle["id"], circle["name"], tuple(plain_face(one) for one in circle["members"]), shown)
