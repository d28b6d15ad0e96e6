"""What comes first in the feed: the knobs, and the habits one wants less of. All of it works offline."""

from mobile.actions.less import show_as_before
from mobile.actions.profile import edit_me
from mobile.presenters import copy
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.faces import plain_face
from mobile.presenters.knobs_state import KnobsState, KnobView, LessView
from mobile.presenters.sorting import knobs_in
from mobile.store import less, own
from mobile.sync.pulling import pull_less
from shared.ranking import Knob


class KnobsPresenter(StorePresenter[KnobsState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, KnobsState())

    def _draw(self) -> KnobsState:
        with self.phone.store.read() as db:
            on, wanted = knobs_in(own.read_me(db)), less.listed(db)
        return KnobsState(
            knobs=tuple(KnobView(knob.value, *copy.KNOBS[knob], knob in on) for knob in Knob),
            less=tuple(
                LessView(one["habit"]["id"], one["habit"]["title"], plain_face(one["person"])) for one in wanted
            ),
        )

    def open(self) -> None:
        """The page is seen: what another phone of mine said comes here, too."""
        self.phone.run(lambda: pull_less(self.phone.store, self.phone.api))

    def toggle(self, name: str) -> None:
        now_on = [knob.name for knob in self.state.knobs if knob.on != (knob.name == name)]
        edit_me(self.phone.store, changes={"comes_first": now_on}, now=self.phone.clock.now())

    def as_before(self, habit_id: str) -> None:
        """No less of it than of others."""
        with self.phone.store.read() as db:
            found = next((one["habit"] for one in less.listed(db) if one["habit"]["id"] == habit_id), None)
        if found is not None:
            show_as_before(self.phone.store, habit=found, now=self.phone.clock.now())
