"""Cards that show photos: the empty half, the duet, one photo, the cold row."""

from kivy.metrics import Metrics, dp
from kivy.uix.boxlayout import BoxLayout

from mobile.later import later
from mobile.presenters import copy
from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.today_state import Card, LetterKind, TodayState
from mobile.presenters.views import PhotoView
from mobile.ui.photos.spec import Grade
from mobile.ui.screens.today.desk import Do, TodayDesk
from mobile.ui.widgets.buttons import ChoicePill, PillButton, QuietLink, QuietPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.chip import Chip
from mobile.ui.widgets.clip import photo_of
from mobile.ui.widgets.corners import place_in_corner
from mobile.ui.widgets.halves import EmptyDay, EmptyHalf, OpenDay
from mobile.ui.widgets.layers import CENTRE, GrowingRow, Layers
from mobile.ui.widgets.overlay import GlassButton, PhotoWords, stands_on_photo
from shared.languages import say

_letter_band = later("mobile.ui.screens.letters.bands", "LetterBandCard")


def photo_with_chip(view: PhotoView, **looks: object) -> Layers:
    """A photo, or a clip, with its name in a chip on the upper left."""
    holder = Layers()
    holder.add_widget(photo_of(view, top_scrim=0.25, bottom_scrim=0.3, **looks))
    if view.label:
        chip = Chip(text=view.label, fill="white")
        place_in_corner(holder, chip, dp(10))
        holder.add_widget(chip)
    return holder


class EmptyHalfCard(CardBox):
    """Day 1 beside the owner's empty half; below, the ways without a new photo."""

    least = 264
    tight = 222

    def __init__(self, state: TodayState, desk: TodayDesk, **kwargs: object) -> None:
        super().__init__(padding=dp(12), spacing=dp(10), **kwargs)
        halves = BoxLayout(spacing=dp(10))
        if state.anchor:
            halves.add_widget(photo_with_chip(state.anchor))
        chip = copy.day_label(state.day_number)
        half = EmptyHalf(chip=chip, key="camera_half", action=lambda: desk.show_up(ComposeMode.PHOTO))
        halves.add_widget(half)
        self.add_widget(halves)
        self.add_widget(self._other_ways(state, desk))

    @staticmethod
    def _other_ways(state: TodayState, desk: TodayDesk) -> BoxLayout:
        row = GrowingRow(least=44, spacing=dp(8))
        row.add_widget(ChoicePill(text=state.beside, key="beside", action=desk.beside, size_hint_x=1.7))
        ways = (
            (say("Note"), "edit_note", "note", lambda: desk.show_up(ComposeMode.NOTE)),
            (say("Tick"), "check", "tick", desk.tick),
        )
        for text, icon, key, action in ways:
            row.add_widget(QuietPill(text=text, icon=icon, key=key, action=action, size_hint_x=1))
        return row


class TodayPhotoCard(Layers):
    """Today's photo, alone or beside day 1, with its words on it."""

    least = 236
    tight = 206

    def __init__(self, state: TodayState, desk: TodayDesk, **kwargs: object) -> None:
        super().__init__(**kwargs)
        duet = state.card is Card.DUET and state.anchor is not None
        today = state.today or PhotoView(None)
        both = (state.anchor, today) if duet and state.anchor else (today,)
        self.add_widget(photo_of(*both, radius=32, lifted=True, top_scrim=0.22, bottom_scrim=0.42, focus=[0.5, 0.72]))
        if duet and state.anchor:
            self._chip(state.anchor.label, right=False)
        if state.today and state.today.label:
            self._chip(state.today.label, right=True)
        caption = state.caption if stands_on_photo(state.caption, on_half=duet) else ""
        self.add_widget(PhotoWords(photo=state.today, caption=caption, on_half=duet, room_right=8 if duet else 70))
        # On a duet the words stand right, so the buttons stand left.
        if state.flipbook:
            self._glass("replay", "play_arrow", desk.replay, right=False)
        self._glass("undo_menu", "more_horiz", desk.undo, right=not duet, after=1 if duet and state.flipbook else 0)

    def _glass(self, key: str, icon: str, action: Do, *, right: bool, after: int = 0) -> None:
        button = GlassButton(key=key, icon=icon, action=action)
        place_in_corner(self, button, dp(14) + after * dp(52), right=right, low=True)
        self.add_widget(button)

    def _chip(self, text: str, *, right: bool) -> None:
        chip = Chip(text=text, fill="chip", tone="white") if right else Chip(text=text, fill="white")
        place_in_corner(self, chip, dp(14), right=right, share=0.5)
        self.add_widget(chip)


_COLD_LEAST = 118
"""dp in which its words still lie apart."""
_IN_THE_COLD = (LetterKind.ON_ITS_WAY, LetterKind.OPENING, LetterKind.CLOSED)


class ColdCard(BoxLayout):
    """The last photo, the empty day, and today, which is open. One clear button, one quiet link; between them, the
    letter that is on its way."""

    least = 296
    tight = 250

    def __init__(self, state: TodayState, desk: TodayDesk, **kwargs: object) -> None:
        super().__init__(orientation="vertical", spacing=dp(10), **kwargs)
        letter = state.letter if state.letter and state.letter.kind in _IN_THE_COLD else None
        if letter:
            self.least, self.tight = 360, 300
        row = CardBox(orientation="horizontal", padding=dp(10), spacing=dp(10))
        row.size_hint_min_y = dp(_COLD_LEAST) * min(1.5, Metrics.fontscale)
        if state.anchor:
            row.add_widget(photo_with_chip(state.anchor, grade=Grade.COLD, focus=[0.5, 0.8]))
        row.add_widget(EmptyDay(name=state.empty_day))
        row.add_widget(OpenDay(key="open_day", action=lambda: desk.show_up(ComposeMode.PHOTO)))
        self.add_widget(row)
        label = state.primary or say("Show up today")
        self.add_widget(
            PillButton(text=label, icon="photo_camera", key="show_up", action=lambda: desk.show_up(ComposeMode.PHOTO))
        )
        if letter:
            self.add_widget(_letter_band(band=letter, desk=desk.letter))
        rest = QuietLink(text=say("Hard time? Rest a while"), icon="spa", key="rest", action=desk.rest)
        rest.pos_hint = CENTRE
        self.add_widget(rest)
