"""A letter half out of its envelope, in somebody's hand."""

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.graphics import PopMatrix, PushMatrix, Rotate
from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty

from mobile.presenters.letters_state import OpenedLetter
from mobile.ui.drawing import envelopes, shapes
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Text

HANDS = ("hand_huge", "hand_large", "hand", "hand_small", "hand_tiny")
_PAPER, _PAPER_BLUE = "#FFFDF6", "#F8FBFF"
_WIDE, _RATIO = 318, 0.64
"""The envelope: width in dp at most, height by width."""
_FACE = 78
_RISE = 0.9
"""Seconds the sheet takes to come out."""


class Signature(Text):
    """A name, written with a little swing and underlined."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"style": "hand_huge", **kwargs})
        with self.canvas.before:
            PushMatrix()
            self._swing = Rotate(angle=5)
        with self.canvas.after:
            PopMatrix()
        self.fbind("pos", self._follow)
        self.fbind("size", self._follow)

    def _follow(self, *_: object) -> None:
        self._swing.origin = self.center


class _Behind(Painted):
    """The inside of the envelope, and the sheet before it."""

    gold = True
    sheet = ListProperty([0, 0, 0, 0])
    envelope = ListProperty([0, 0, 0, 0])
    paints = ("sheet", "envelope")

    def paint(self) -> None:
        tones = envelopes.GOLD if self.gold else envelopes.BLUE
        left, low, width, height = self.envelope
        sheet: shapes.Box = (*self.sheet,)
        shapes.shadow((left, low, width, height), dp(18), self.palette.shadow, 0.34, blur=34, drop=14)
        flap = (left + width * 0.07, low + height * 0.82, width * 0.86, height * 0.26)
        shapes.panel(flap, dp(16), tones.edge, 0.9)
        shapes.image(envelopes.texture(envelopes.back, (width, height), tones), (left, low, width, height))
        shapes.shadow(sheet, dp(14), self.palette.shadow, 0.2, blur=18, drop=2)
        shapes.panel(sheet, dp(13), _PAPER if self.gold else _PAPER_BLUE)


class _Pocket(Painted):
    """The front of the envelope, over the sheet."""

    gold = True

    def paint(self) -> None:
        tones = envelopes.GOLD if self.gold else envelopes.BLUE
        shapes.image(envelopes.texture(envelopes.pocket, (self.width, self.height), tones), self.box)


class LetterStage(Layers):
    out = NumericProperty(1)
    """How far the sheet has come out of the envelope, 0 to 1."""
    taken = ListProperty()
    """Boxes that are covered, once the sheet is out: envelope, sheet and face."""

    def __init__(self, letter: OpenedLetter, **kwargs: object) -> None:
        super().__init__(size_hint_min_y=dp(270), **kwargs)
        tone = "gold" if letter.gold else "blue"
        self._behind, self._pocket = _Behind(), _Pocket(size_hint=(None, None))
        self._behind.gold = self._pocket.gold = letter.gold
        ink = "ink_on_paper" if letter.gold else "blue_ink"
        self._words = Text(
            text=letter.text, style=HANDS[0], tone=ink, flow="wrap", halign="center", size_hint=(None, None)
        )
        self._signed = Signature(text=letter.signed, tone=f"{tone}_ink")
        self._foot = Text(text=letter.next_line, style="caption", tone=f"quiet_on_{tone}", halign="center")
        parts = [self._behind, self._words, self._signed, self._pocket, self._foot]
        self._face = Face(view=letter.face, size=(dp(_FACE), dp(_FACE)), ring_width=4.5) if letter.face else None
        for part in [*parts, self._face] if self._face else parts:
            self.add_widget(part)
        self._order = Clock.create_trigger(self._place, -1)
        for name in ("pos", "size", "out"):
            self.fbind(name, self._order)
        self._signed.fbind("size", self._order)

    def rise(self) -> None:
        """Let the sheet come out while one watches."""
        self.out = 0
        Animation(out=1, d=_RISE, t="out_cubic").start(self)

    def _place(self, _dt: float) -> None:
        width = min(dp(_WIDE), self.width * 0.92)
        height = min(width * _RATIO, self.height * 0.38)
        left, low = self.center_x - width / 2, self.y + dp(6)
        head = dp(_FACE) / 2 if self._face else 0
        top, bottom = self.top - head, low + height * 0.96
        sheet = width * 0.86
        middle = self.center_x
        self.taken = [
            (left, low, width, height), (middle - sheet / 2, low, sheet, top - low),
            (middle - head, top - head, 2 * head, 2 * head),
        ]  # fmt: skip
        top = bottom + (top - bottom) * self.out
        self._behind.envelope = (left, low, width, height)
        self._behind.sheet = (self.center_x - sheet / 2, low + height * 0.1, sheet, top - low - height * 0.1)
        self._pocket.pos, self._pocket.size = (left, low), (width, height)
        self._foot.most = max(0, width - dp(40))
        self._foot.center = (self.center_x, low + height * 0.18)
        self._write(top, bottom, sheet)

    def _write(self, top: float, bottom: float, sheet: float) -> None:
        head = dp(_FACE) / 2 + dp(12) if self._face else dp(26)
        self._words.width = sheet - dp(36)
        sign = self._signed.height + dp(4)
        room = top - head - bottom + dp(10)
        self._words.fit(room - sign, HANDS)
        slack = max(0.0, room - sign - self._words.height)
        self._words.center_x = self.center_x
        self._words.top = top - head - slack * 0.4
        self._signed.right = self.center_x + sheet / 2 - dp(26)
        self._signed.top = self._words.y - dp(2) - slack * 0.12
        shown = max(0.0, 3 * self.out - 2)
        self._words.opacity = self._signed.opacity = shown
        if self._face:
            self._face.center = (self.center_x, top)
