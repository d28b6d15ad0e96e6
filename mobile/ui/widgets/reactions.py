"""Six ways to answer, one tap each; the chosen one stands on a soft disc."""

from collections.abc import Callable

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from mobile.presenters.rounds_state import ReactionChoice
from mobile.ui.drawing import answers, shapes
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text

OnChoice = Callable[[str], object]
HOLD = 0.45
"""Seconds after which a finger means something else than a tap."""


class ReactionButton(Pressable):
    kind = StringProperty("heart")
    chosen = BooleanProperty(False)
    side = NumericProperty(34)
    paints = (*Pressable.paints, "kind", "chosen", "side")

    def __init__(self, *, label: str = "", on_hold: Callable[[], object] | None = None, **kwargs: object) -> None:
        self._on_hold, self._holding, self._held = on_hold, None, False
        self._label = Text(text=label, style="micro", tone="muted")
        super().__init__(**kwargs)
        if label:
            self.add_widget(self._label)
            self._label.fbind("size", self._repaint)

    def on_press(self) -> None:
        super().on_press()
        self._held = False
        if self._on_hold is not None:
            self._holding = Clock.schedule_once(self._hold, HOLD)

    def on_release(self) -> None:
        """A finger that was held has said something else than a tap."""
        self._let_go()
        if not self._held:
            super().on_release()

    def on_state(self, widget: object, state: str) -> None:
        super().on_state(widget, state)
        if state == "normal":
            self._let_go()

    def _hold(self, _dt: float) -> None:
        self._held = True
        if self._on_hold is not None:
            self._on_hold()

    def _let_go(self) -> None:
        if self._holding is not None:
            self._holding.cancel()
            self._holding = None

    @property
    def _middle(self) -> tuple[float, float]:
        return self.center_x, self.center_y + (dp(9) if self._label.parent else 0)

    def arrange(self) -> None:
        self._label.most = self.width
        self._label.tone = "accent_text" if self.chosen else "muted"
        self._label.center = (self.center_x, self.y + dp(11))

    def paint(self) -> None:
        side = dp(self.side) * (1 + 0.22 * self.pressed)
        x, y = self._middle
        if self.chosen:
            shapes.disc((x, y), dp(self.side) * 0.68, self.palette.soft)
        shapes.image(answers.texture(self.kind, round(dp(self.side))), (x - side / 2, y - side / 2, side, side))


class ReactionBar(CardBox):
    """The large bar under the photo of the rounds. Held instead of tapped, it asks for one's own face."""

    def __init__(
        self, *, choices: tuple[ReactionChoice, ...], on_choice: OnChoice, on_hold: Callable[[], object] | None = None,
        **kwargs: object,
    ) -> None:  # fmt: skip
        super().__init__(
            orientation="horizontal", size_hint=(1, None), height=dp(76), radius=38, strength=0.10,
            padding=(dp(10), dp(6)), **kwargs,
        )  # fmt: skip
        for choice in choices:
            button = ReactionButton(
                kind=choice.kind, label=choice.label, chosen=choice.chosen, key=f"react_{choice.kind}", on_hold=on_hold
            )
            button.action = lambda kind=choice.kind: on_choice(kind)
            self.add_widget(button)


class ReactionRow(BoxLayout):
    """The small row under a photo of the feed."""

    def __init__(
        self, *, choices: tuple[ReactionChoice, ...], on_choice: OnChoice, key: str,
        on_hold: Callable[[], object] | None = None, **kwargs: object,
    ) -> None:  # fmt: skip
        super().__init__(size_hint=(1, None), height=dp(48), **kwargs)
        for choice in choices:
            button = ReactionButton(
                kind=choice.kind, chosen=choice.chosen, side=27, key=f"react_{choice.kind}_{key}", on_hold=on_hold
            )
            button.action = lambda kind=choice.kind: on_choice(kind)
            self.add_widget(button)


class CheerButton(Pressable):
    """One preset for an empty day: its picture and its words."""

    chosen = BooleanProperty(False)
    kind = StringProperty("hug")
    paints = (*Pressable.paints, "chosen", "kind")

    def __init__(self, *, label: str, **kwargs: object) -> None:
        self._label = Text(text=label, style="label")
        super().__init__(size_hint=(1, None), height=dp(56), **kwargs)
        self.add_widget(self._label)
        self._label.fbind("size", self._repaint)

    def arrange(self) -> None:
        self._label.most = self.width - dp(54)
        self._label.pos = (self.x + dp(46), self.center_y - self._label.height / 2)

    def paint(self) -> None:
        box = self.sunk
        strength = 0.08 * self.palette.shadow_strength
        shapes.shadow(box, box[3] / 2, self.palette.shadow, strength, blur=16, drop=4)
        shapes.panel(box, box[3] / 2, self.palette.soft if self.chosen else self.palette.card)
        picture = answers.texture(self.kind, round(dp(30)))
        shapes.image(picture, (self.x + dp(11), self.center_y - dp(15), dp(30), dp(30)))


class CheerGrid(GridLayout):
    """The kind words a witness may send; no free text around an empty day."""

    def __init__(self, *, choices: tuple[ReactionChoice, ...], on_choice: OnChoice, **kwargs: object) -> None:
        super().__init__(cols=2, spacing=dp(10), size_hint=(1, None), **kwargs)
        self.bind(minimum_height=self.setter("height"))
        for choice in choices:
            button = CheerButton(kind=choice.kind, label=choice.label, chosen=choice.chosen, key=f"cheer_{choice.kind}")
            button.action = lambda kind=choice.kind: on_choice(kind)
            self.add_widget(button)
