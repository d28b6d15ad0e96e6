"""The shell around the rooms: one room at a time, the bar below, and what lies over all of it."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.widget import Widget

from mobile.app_core import Core
from mobile.later import later
from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.sign_in_state import SignInState, Step
from mobile.ui.bridge import follow, on_screen_thread
from mobile.ui.rooms.room import House, Room
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.mirror import Mirror
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.sheet import Sheet, Way
from mobile.ui.widgets.tabbar import TabBar

_ROOMS = "mobile.ui.rooms"
_TABS: dict[str, Callable[[Core, House], Room]] = {
    "today": later(f"{_ROOMS}.today", "TodayRoom"), "crowd": later(f"{_ROOMS}.people", "CrowdRoom"),
    "cheers": later(f"{_ROOMS}.cheers", "FeedRoom"), "me": later(f"{_ROOMS}.people", "MeRoom"),
}  # fmt: skip
_sign_in_room = later(f"{_ROOMS}.people", "SignInRoom")
_compose_room = later(f"{_ROOMS}.compose", "ComposeRoom")
_promise_room = later(f"{_ROOMS}.people", "PromiseRoom")
_rounds_room = later(f"{_ROOMS}.cheers", "RoundsRoom")
_note_path = later("mobile.device.notes", "note_path")
_chord_path = later("mobile.device.notes", "chord_path")


class Shell(Mirror):
    def __init__(self, core: Core, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._core = core
        self._room: Room | None = None
        self._outside = False
        """At the door: nobody is signed in."""
        self._place = Layers()
        self._over = Layers()
        self._bar = self._tabs()
        for layer in (self._place, self._bar, self._over):
            self.add_widget(layer)
        self._ends = [follow(core.sign_in, self._at_the_door), follow(core.waiting, self._tell_waiting)]

    @property
    def room(self) -> Room | None:
        """Where the person is now."""
        return self._room

    def _tabs(self) -> TabBar:
        return TabBar(on_tab=self.go, on_camera=lambda: self.open_compose(ComposeMode.PHOTO))

    def close(self) -> None:
        """Stop listening; the presenters live on."""
        for end in self._ends:
            end()
        self._leave()

    def _at_the_door(self, state: SignInState) -> None:
        if state.step is not Step.DONE and not self._outside:
            self._go_outside()
        elif state.step is Step.DONE and (self._room is None or self._outside):
            self.go("today")

    def _go_outside(self) -> None:
        self.visit(_sign_in_room)
        self._outside = True

    def _tell_waiting(self, waiting: int) -> None:
        self._bar.tell("cheers", waiting)

    def go(self, tab: str) -> None:
        """Into one of the rooms behind the tabs."""
        self._outside = False
        self._leave()
        self._enter(_TABS[tab](self._core, self), tab=tab)

    def open_compose(self, mode: ComposeMode, *, date: str | None = None) -> None:
        habit_id = self._core.today.state.habit_id
        if habit_id is None:
            self.open_promise()
            return
        self._leave()
        self._core.compose.open(habit_id, date)
        self._core.compose.set_mode(mode)
        self._enter(_compose_room(self._core, self), tab=None)

    def visit(self, build: Callable[[Core, House], Room]) -> None:
        """Into a room that stands behind no tab."""
        self._leave()
        self._outside = False
        self._enter(build(self._core, self), tab=None)

    def open_rounds(self, change: str = "") -> None:
        """`change`: an empty day I answered already."""
        self.visit(lambda core, house: _rounds_room(core, house, change=change))

    def open_link(self, link: str) -> None:
        """To where it can be answered: the crowd, or the way in for somebody new."""
        self._core.open_link(link)
        if self._core.signed_in:
            self.go("crowd")
        elif not self._outside:
            self._go_outside()

    def open_promise(self) -> None:
        self.visit(_promise_room)

    def _leave(self) -> None:
        if self._room is not None:
            self._room.leave()
            self._room = None
        self._over.clear_widgets()

    def _enter(self, room: Room, *, tab: str | None) -> None:
        self._room = room
        self._hide(room.private)
        self._place.clear_widgets()
        self._place.add_widget(room.widget)
        self.wear(room.widget.palette)
        # Out of sight means out of reach, too.
        self._bar.disabled = tab is None
        self._bar.opacity = 1 if tab else 0
        self._bar.y = 0 if tab else -dp(400)
        self._bar.pos_hint = {"x": 0, "y": 0} if tab else {"x": 0, "top": -1}
        if tab:
            self._bar.selected = tab

    def _hide(self, private: bool) -> None:
        """Keep a private room out of screenshots and recent apps, where the machine can."""
        curtain = self._core.phone.device.curtain
        if curtain is not None:
            (curtain.draw if private else curtain.lift)()

    def put_over(self, widget: Widget) -> None:
        self._over.add_widget(widget)

    def take_off(self, widget: Widget) -> None:
        self._over.remove_widget(widget)

    def ask(self, title: str, detail: str, *ways: Way) -> None:
        """A sheet from below."""
        palette = getattr(self._room.widget, "palette", self._bar.palette) if self._room else self._bar.palette
        self.put_over(Sheet(title=title, detail=detail, ways=ways, palette=palette))

    def wear(self, palette: Palette) -> None:
        """The bar follows the weather of the room."""
        dress(self._bar, palette)

    def sound(self, note: int, *, chord: bool) -> None:
        """A friend's note, or the chord of all; made ready off the screen's thread, and nothing where nothing plays."""
        player, folder = self._core.phone.device.player, self._core.store.data_dir / "sounds"
        if player is None:
            return

        def prepare() -> None:
            path = _chord_path(folder) if chord else _note_path(folder, note)
            on_screen_thread(lambda: player.play(path))

        self._core.phone.run(prepare)

    @property
    def dark(self) -> bool:
        return self._core.me.state.night

    @property
    def calm(self) -> bool:
        return self._core.me.state.calm

    def set_language(self, language: str) -> None:
        """Everything that stands is said anew: the tabs, and the room this was asked in."""
        self._core.me.set_language(language)
        self.turn()
        self.remove_widget(self._bar)
        self._bar = self._tabs()
        # Below what lies over everything: children are kept topmost first.
        self.add_widget(self._bar, index=1)
        self._tell_waiting(self._core.waiting.state)
        self.go("me")

    def set_dark(self, dark: bool) -> None:
        self._core.me.set_night(dark)
        self.go("me")
