"""Me: name and face, quiet hours, the server, and the way out."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from mobile.presenters import account_copy, copy
from mobile.presenters.people_state import MeState
from mobile.presenters.views import FaceView
from mobile.ui.drawing import shapes
from mobile.ui.screens.account.row import PageRow
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.quiet_card import QuietCard, QuietDesk
from mobile.ui.theme import sizes
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import QuietPill, SmallPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.header import Header
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say, say_many
from shared.moods import Expression, Mood

_AVATARS = tuple(f"a{number}" for number in range(12))


@dataclass(frozen=True, slots=True)
class MeDesk:
    set_name: Callable[[str], object]
    set_avatar: Callable[[str], object]
    set_dark: Callable[[bool], object]
    sign_out: Callable[[], object]
    make_room: Callable[[], object]
    quiet: QuietDesk


class AvatarButton(Pressable):
    """One of the twelve drawn faces."""

    def __init__(self, *, avatar: str, chosen: bool, **kwargs: object) -> None:
        expression = Expression.SMILING if chosen else Expression.COLOUR
        self._chosen = chosen
        self._face = Face(view=FaceView(avatar, "", avatar, expression), size=(dp(42), dp(42)), ring_width=0)
        super().__init__(size_hint=(1, None), height=dp(54), key=f"avatar_{avatar}", **kwargs)
        self.add_widget(self._face)

    def arrange(self) -> None:
        self._face.center = self.center

    def paint(self) -> None:
        if self._chosen or self.pressed:
            shapes.disc(self.center, dp(26), self.palette.accent, 1 if self._chosen else 0.5 * self.pressed)


class MeScreen(ColumnScreen):
    def __init__(self, *, desk: MeDesk, state: MeState, server: str, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=sizes.TAB_BAR + 30)
        self._desk, self._server, self._dark = desk, server, dark
        self.column.spacing = dp(14)
        self.on_account: Callable[[], object] = lambda: None
        self.show(state)

    def _open_account(self) -> None:
        self.on_account()

    def show(self, state: MeState) -> None:
        self.column.clear_widgets()
        self.column.add_widget(Header(line=state.email, title=say("Me")))
        self.column.add_widget(self._who(state))
        self.column.add_widget(self._faces(state))
        self.column.add_widget(QuietCard(state=state, desk=self._desk.quiet))
        self.column.add_widget(self._facts(state))
        self.column.add_widget(self._account_row())
        self.column.add_widget(self._ways())
        self.column.add_widget(Widget())
        dress(self.scroll, self.palette)

    def _who(self, state: MeState) -> CardBox:
        card = CardBox(padding=dp(16), spacing=dp(12), radius=30)
        hug_height(card)
        row = GrowingRow(least=72, spacing=dp(16))
        me = FaceView("me", state.name, state.avatar, Expression.SMILING)
        row.add_widget(Face(view=me, size=(dp(64), dp(64)), ring_width=3.5, pos_hint=MIDDLE))
        row.add_widget(Text(text=state.name, style="title", flow="cut", halign="left", pos_hint=MIDDLE))
        card.add_widget(row)
        naming = GrowingRow(least=52, spacing=dp(10))
        field = Field(hint=say("Your name"), icon="edit", key="name_field", text=state.name)
        field.writing.bind(on_text_validate=lambda writing: self._desk.set_name(writing.text))
        naming.add_widget(field)
        naming.add_widget(
            SmallPill(
                text=say("Save"),
                key="save_name",
                pos_hint=MIDDLE,
                action=lambda: self._desk.set_name(field.writing.text),
            )
        )
        card.add_widget(naming)
        if state.problem:
            card.add_widget(Text(text=state.problem, style="small", tone="accent_text", flow="wrap", halign="left"))
        return card

    def _faces(self, state: MeState) -> CardBox:
        card = CardBox(padding=dp(14), spacing=dp(6), radius=30)
        hug_height(card)
        card.add_widget(Text(text=say("Your face"), style="label", tone="muted", flow="wrap", halign="left"))
        grid = GridLayout(cols=6, size_hint=(1, None), spacing=dp(2))
        grid.bind(minimum_height=grid.setter("height"))
        for avatar in _AVATARS:
            button = AvatarButton(avatar=avatar, chosen=avatar == state.avatar)
            button.action = lambda avatar=avatar: self._desk.set_avatar(avatar)
            grid.add_widget(button)
        card.add_widget(grid)
        return card

    def _facts(self, state: MeState) -> CardBox:
        card = CardBox(padding=(dp(18), dp(8)), radius=30)
        hug_height(card)
        waiting = say_many("{n} waiting to be sent.", "{n} waiting to be sent.", state.unsent)
        unsent = waiting if state.unsent else say("Everything is sent.")
        facts = (
            ("schedule", state.zone or say("Your zone")),
            ("cloud_upload", unsent),
            ("dns", self._server),
        )
        for icon, text in facts:
            row = GrowingRow(least=44, spacing=dp(12))
            row.add_widget(Icon(name=icon, side=21, tone="muted", pos_hint=MIDDLE))
            row.add_widget(Text(text=text, style="small", flow="cut", halign="left", pos_hint=MIDDLE))
            card.add_widget(row)
        if state.stored is not None:
            card.add_widget(self._storage(state.stored))
        card.add_widget(
            Text(text=copy.in_a_browser(self._server), style="tiny", tone="muted", flow="wrap", halign="left")
        )
        card.add_widget(Widget(size_hint=(1, None), height=dp(8)))
        if state.operator:
            card.add_widget(Text(text=state.operator, style="tiny", tone="muted", flow="wrap", halign="left"))
            card.add_widget(Widget(size_hint=(1, None), height=dp(8)))
        return card

    def _storage(self, megabytes: int) -> GrowingRow:
        """What pictures take on this phone, and the way to have less of it."""
        row = GrowingRow(least=52, spacing=dp(12))
        row.add_widget(Icon(name="image", side=21, tone="muted", pos_hint=MIDDLE))
        text = say(copy.STORAGE, size=megabytes)
        row.add_widget(Text(text=text, style="small", flow="wrap", halign="left", pos_hint=MIDDLE))
        row.add_widget(
            SmallPill(text=say(copy.MAKE_ROOM), key="make_room", action=self._desk.make_room, pos_hint=MIDDLE)
        )
        return row

    def _account_row(self) -> PageRow:
        title, line = say(account_copy.TITLE), say(account_copy.LINE)
        return PageRow(title=title, line=line, icon="devices", key="account", on_open=self._open_account)

    def _ways(self) -> BoxLayout:
        row = GrowingRow(least=sizes.TARGET, spacing=dp(10))
        light = QuietPill(
            text=say("Light") if self._dark else say("Dark"),
            icon="light_mode" if self._dark else "dark_mode",
            key="dark",
        )
        light.size_hint_x, light.fill = 1, "card"
        light.action = lambda: self._desk.set_dark(not self._dark)
        row.add_widget(light)
        row.add_widget(
            QuietPill(
                text=say("Sign out"),
                icon="logout",
                key="sign_out",
                action=self._desk.sign_out,
                size_hint_x=1,
                fill="card",
            )
        )
        return row
