"""What is about to be posted, seen as the others will see it: day 1 left, today right."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.compose_state import ComposeState
from mobile.presenters.views import PhotoView
from mobile.ui.drawing import shapes
from mobile.ui.screens.compose.desk import ComposeDesk
from mobile.ui.screens.today.photo_cards import photo_with_chip
from mobile.ui.widgets.buttons import PillButton, QuietPill
from mobile.ui.widgets.chip import Chip
from mobile.ui.widgets.clip import photo_of
from mobile.ui.widgets.corners import place_in_corner
from mobile.ui.widgets.layers import CENTRE, Layers
from mobile.ui.widgets.overlay import GlassButton
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say


class EmptySide(Painted, BoxLayout):
    """The side still without a photo: ways to get one."""

    def __init__(self, *, state: ComposeState, desk: ComposeDesk) -> None:
        super().__init__(orientation="vertical", padding=(dp(12), dp(16)), spacing=dp(10))
        self.add_widget(Widget())
        self.add_widget(Icon(name="photo_camera", side=40, tone="accent_text", filled=True, pos_hint=CENTRE))
        self.add_widget(Text(text=state.line_up, style="small", tone="muted", flow="wrap", halign="center"))
        self.add_widget(Widget(size_hint_y=0.5))
        if state.camera_available:
            self.add_widget(PillButton(text=say("Take it"), icon="photo_camera", key="take", action=desk.take))
            self.add_widget(
                QuietPill(text=say("Library"), icon="photo_library", key="choose", action=desk.choose, size_hint_x=1)
            )
        else:
            self.add_widget(PillButton(text=say("Choose"), icon="photo_library", key="choose", action=desk.choose))

    def paint(self) -> None:
        shapes.panel(self.box, dp(22), "#FFFFFF", 0.05)
        shapes.dashes(self.box, dp(22), self.palette.dashes)


class PhotoFrame(Layers):
    """Empty or filled; a filled one can be taken back."""

    def __init__(self, *, state: ComposeState, desk: ComposeDesk) -> None:
        super().__init__()
        if state.picked:
            self._filled(state, desk)
        else:
            self._empty(state, desk)

    def _filled(self, state: ComposeState, desk: ComposeDesk) -> None:
        picked = state.picked or PhotoView(None)
        beside = state.anchor if state.anchor and state.anchor.path else None
        both = (beside, picked) if beside else (picked,)
        self.add_widget(photo_of(*both, radius=32, lifted=True, top_scrim=0.2, bottom_scrim=0.2, focus=[0.5, 0.65]))
        if beside and state.anchor:
            self._chip(Chip(text=state.anchor.label, fill="white"), right=False)
        if state.picked and state.picked.label:
            self._chip(Chip(text=state.picked.label, fill="chip", tone="white"), right=True)
        again = GlassButton(key="clear_photo", icon="close", action=desk.clear)
        place_in_corner(self, again, dp(14), right=True, low=True)
        self.add_widget(again)

    def _chip(self, chip: Chip, *, right: bool) -> None:
        place_in_corner(self, chip, dp(14), right=right, share=0.5)
        self.add_widget(chip)

    def _empty(self, state: ComposeState, desk: ComposeDesk) -> None:
        sides = BoxLayout(spacing=dp(10))
        if state.anchor:
            sides.add_widget(photo_with_chip(state.anchor))
        sides.add_widget(EmptySide(state=state, desk=desk))
        self.add_widget(sides)
