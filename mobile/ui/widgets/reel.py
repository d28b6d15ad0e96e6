"""A long column of cards, of which only those in or near sight are built."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import ObjectProperty
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.ui.theme.palettes import WAITING, Palette
from mobile.ui.widgets.painted import dress

T = TypeVar("T")
_AHEAD, _BEHIND = 0.5, 1.5
"""Screens beyond the edge within which a card is built, and farther than which it is let go."""
_GUESS = 420
"""dp; until the first card has been measured."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How cards are made. Cards of one `form` are alike high, as far as can be told before they are built."""

    build: Callable[[T], Widget]
    form: Callable[[T], Hashable]


class Reel(Widget, Generic[T]):
    """Stands in the column of `scroll`. Heights not measured yet are taken from a card of the same form."""

    palette: Palette = ObjectProperty(WAITING, rebind=False)

    def __init__(self, *, scroll: ScrollView, kind: Kind[T], spacing: float) -> None:
        self._lay = Clock.create_trigger(self._lay_now, -1)
        self._build, self._take = Clock.create_trigger(self._build_now), Clock.create_trigger(self._take_now)
        super().__init__(size_hint=(1, None), height=0)
        self._scroll, self._kind, self._spacing = scroll, kind, spacing
        self._items: dict[str, T] = {}
        self._forms: dict[str, Hashable] = {}
        self._heights: dict[str, float] = {}
        self._formed: dict[Hashable, float] = {}
        self._built: dict[str, Widget] = {}
        self._lower_by = 0.0
        """By how much cards above what is seen have grown since it was last put back in its place."""
        for name in ("pos", "size"):
            self.fbind(name, self._lay)
            self.fbind(name, self._build)
        for name in ("scroll_y", "size"):
            scroll.fbind(name, self._build)

    def show(self, items: Sequence[tuple[str, T]]) -> None:
        """Cards whose matter did not change stay the widgets they are."""
        fresh = dict(items)
        for key in [key for key in self._built if fresh.get(key) != self._items[key]]:
            self._let_go(key)
        self._items = fresh
        self._forms = {key: self._kind.form(matter) for key, matter in fresh.items()}
        self._heights = {key: height for key, height in self._heights.items() if key in fresh}
        self._measure()
        self._build()

    def bring_up(self, key: str) -> None:
        """Scroll until this card stands at the upper edge."""
        above = sum(self._height_of(one) + self._spacing for one in list(self._items)[: list(self._items).index(key)])
        column, room = self._scroll.children[0].height, self._scroll.height
        place = column - self.top + above - dp(20)
        if column > room:
            self._scroll.scroll_y = max(0.0, min(1.0, 1 - place / (column - room)))

    def keep_place(self, before: float, after: float) -> None:
        """The column grew or shrank: what is seen stays where it is, and is not carried off with its share of it."""
        room, shift = self._scroll.height, self._lower_by
        self._lower_by = 0.0
        if before > room and after > room and self._scroll.scroll_y < 1:
            above = (1 - self._scroll.scroll_y) * (before - room) + shift
            self._scroll.scroll_y = max(0.0, min(1.0, 1 - above / (after - room)))

    def _height_of(self, key: str) -> float:
        height = self._heights.get(key)
        return self._formed.get(self._forms[key], dp(_GUESS)) if height is None else height

    def _measure(self) -> None:
        total = sum(self._height_of(key) for key in self._items)
        self.height = max(0.0, total + self._spacing * (len(self._items) - 1))

    def _seen(self) -> tuple[float, float]:
        """Lowest and highest pixel in sight, as the column counts."""
        column, room = self._scroll.children[0].height if self._scroll.children else 0.0, self._scroll.height
        low = max(0.0, column - room) * self._scroll.scroll_y
        return low, low + room

    def _build_now(self, _dt: float) -> None:
        """Once a frame: build what comes near, let go of what is far away."""
        low, high = self._seen()
        room, top, waits = high - low, self.top, False
        for key in self._items:
            if top < low - _BEHIND * room:
                self._let_go_below(key)
                break
            foot = top - self._height_of(key)
            beyond = max(foot - high, low - top)
            if beyond > _BEHIND * room:
                self._let_go(key)
            elif key not in self._built and (beyond <= 0 or (beyond < _AHEAD * room and not waits)):
                # Of those ahead one at a time, so that no frame has to build many.
                waits = waits or beyond > 0
                self._make(key)
            top = foot - self._spacing
        self._lay()
        if waits:
            self._build()

    def _lay_now(self, _dt: float) -> None:
        top = self.top
        for key in self._items:
            if key in self._built:
                card = self._built[key]
                card.width = self.width
                card.pos = (self.x, top - card.height)
            top -= self._height_of(key) + self._spacing

    def _make(self, key: str) -> None:
        card = self._built[key] = self._kind.build(self._items[key])
        card.size_hint, card.width = (None, None), self.width
        dress(card, self.palette)
        self.add_widget(card)
        card.fbind("height", lambda *_: self._take())

    def _take_now(self, _dt: float) -> None:
        """Once a frame: believe the heights of cards whose words have found their lines."""
        above, grown = self._seen()[1], 0.0
        for key, card in self._built.items():
            more = card.height - self._height_of(key)
            self._heights[key] = self._formed[self._forms[key]] = card.height
            if more and card.top > above:
                self._lower_by += more
            grown += abs(more)
        if grown:
            self._measure()
            self._build()
        self._lay()

    def _let_go_below(self, first: str) -> None:
        places = {key: place for place, key in enumerate(self._items)}
        for key in [key for key in self._built if places[key] >= places[first]]:
            self._let_go(key)

    def _let_go(self, key: str) -> None:
        card = self._built.pop(key, None)
        if card is not None:
            self.remove_widget(card)
