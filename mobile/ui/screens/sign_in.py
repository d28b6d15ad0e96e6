"""Signing in: an address, the code that comes by mail, a name. No password to forget."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.sign_in_state import SignInState, Step
from mobile.presenters.views import FaceView
from mobile.presenters.views import Headline as Words
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.buttons import PillButton, QuietLink
from mobile.ui.widgets.crowd import Crowd
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.layers import CENTRE
from mobile.ui.widgets.text import Text
from shared.moods import Expression, Mood

_FACES = (
    FaceView("one", "", "a2", Expression.COLOUR),
    FaceView("two", "", "a5", Expression.SMILING),
    FaceView("three", "", "a0", Expression.COLOUR),
)


@dataclass(frozen=True, slots=True)
class SignInDesk:
    send_code: Callable[[str], object]
    enter_code: Callable[[str], object]
    choose_name: Callable[[str], object]
    back: Callable[[], object]
    set_server: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class _Asking:
    """One step's words."""

    words: Words
    hint: str
    icon: str
    button: str


_ASKING = {
    Step.EMAIL: _Asking(Words("Kith", "Show up for each other.", ""), "Your e-mail address", "mail", "Send me a code"),
    Step.CODE: _Asking(Words("A code is", "on its way.", ""), "The code from the mail", "key", "Come in"),
    Step.NAME: _Asking(Words("Hello.", "Who are you?", ""), "Your first name", "person", "That's me"),
}


class SignInScreen(ColumnScreen):
    def __init__(self, *, desk: SignInDesk, state: SignInState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WARM, dark=dark), foot=SAFE_AREA.bottom + 24)
        self._desk = desk
        self._state: SignInState | None = None
        self._asks_server = False
        self.show(state)

    def show(self, state: SignInState) -> None:
        if self._state is not None and self._state.step is state.step:
            self._answer(state)
        elif state.step in _ASKING:
            self._ask(state, _ASKING[state.step])
        self._state = state

    def _answer(self, state: SignInState) -> None:
        self._button.disabled = state.busy
        self._problem.text = state.problem
        self._server_line.text = f"Server: {state.server}" if state.server else "Choose a server"

    def _ask(self, state: SignInState, asking: _Asking) -> None:
        self.column.clear_widgets()
        self.column.spacing = dp(12)
        self.column.add_widget(Widget(size_hint=(1, 0.6)))
        crowd = Crowd()
        crowd.show(_FACES, asking.words, slowly=False)
        self.column.add_widget(crowd)
        detail = f"We wrote to {state.email}." if state.step is Step.CODE else _DETAIL[state.step]
        self.column.add_widget(Text(text=detail, style="small", tone="muted", flow="wrap", halign="center"))
        self.column.add_widget(Widget(size_hint=(1, 0.4)))
        self.column.add_widget(self._form(state, asking))
        self.column.add_widget(Widget(size_hint=(1, 1)))
        self._answer(state)
        self.wear(self.palette, slowly=False)

    def _form(self, state: SignInState, asking: _Asking) -> BoxLayout:
        form = BoxLayout(orientation="vertical", spacing=dp(12), size_hint=(1, None))
        form.bind(minimum_height=form.setter("height"))
        text = state.email if state.step is Step.EMAIL else ""
        self._field = Field(hint=asking.hint, icon=asking.icon, key="sign_in_field", text=text)
        self._field.writing.bind(on_text_validate=lambda *_: self._go())
        self._problem = Text(style="small", tone="accent_text", flow="wrap", halign="center")
        self._button = PillButton(text=asking.button, key="sign_in_go", action=self._go)
        self._server_line = QuietLink(icon="dns", key="server", action=self._toggle_server, pos_hint=CENTRE)
        self._server_field = Field(hint="https://kith.example.org", icon="dns", key="server_field", text=state.server)
        self._server_field.writing.bind(on_text_validate=lambda *_: self._use_server())
        self._form_box = form
        for widget in (self._field, self._problem, self._button):
            form.add_widget(widget)
        if state.step is Step.EMAIL:
            form.add_widget(self._server_line)
        else:
            form.add_widget(
                QuietLink(
                    text="Another address", icon="arrow_back", key="back", action=self._desk.back, pos_hint=CENTRE
                )
            )
        return form

    def _go(self) -> None:
        text = self._field.writing.text
        step = self._state.step if self._state else Step.EMAIL
        {Step.EMAIL: self._desk.send_code, Step.CODE: self._desk.enter_code, Step.NAME: self._desk.choose_name}[step](
            text
        )

    def _toggle_server(self) -> None:
        if self._server_field.parent is None:
            self._form_box.add_widget(self._server_field)
        else:
            self._use_server()

    def _use_server(self) -> None:
        self._desk.set_server(self._server_field.writing.text)
        self._form_box.remove_widget(self._server_field)


_DETAIL = {
    Step.EMAIL: "One photo a day, in front of a friend or two. They look; that is all they ever have to do.",
    Step.NAME: "Your friends will see this name under your face.",
}
