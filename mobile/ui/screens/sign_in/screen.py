"""Signing in: an address, the code that comes by mail, a name. No password to forget."""

from kivy.metrics import dp
from kivy.uix.widget import Widget

from mobile.presenters.sign_in_state import Reading, SignInState, Step
from mobile.presenters.views import FaceView
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.sign_in.desk import SignInDesk
from mobile.ui.screens.sign_in.forms import FORMS
from mobile.ui.screens.sign_in.page import Page
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.crowd import Crowd
from mobile.ui.widgets.text import Text
from shared.headlines import Headline as Words
from shared.languages import message, say
from shared.moods import Expression, Mood

_FACES = (
    FaceView("one", "", "a2", Expression.COLOUR),
    FaceView("two", "", "a5", Expression.SMILING),
    FaceView("three", "", "a0", Expression.COLOUR),
)
_WORDS = {
    Step.EMAIL: Words("Kith", message("Show up for each other.")),
    Step.JOIN: Words(message("Come in."), message("You are expected.")),
    Step.CODE: Words(message("A code is"), message("on its way.")),
    Step.SECOND: Words(message("One more"), message("key.")),
    Step.NAME: Words(message("Hello."), message("Who are you?")),
    Step.TERMS: Words(message("A few words"), message("have changed.")),
}
_DETAIL = {
    Step.EMAIL: message("One photo a day, in front of a friend or two. They look; that is all they ever have to do."),
    Step.SECOND: message("From your authenticator app, or one of your codes on paper."),
    Step.NAME: message("Your friends will see this name under your face."),
    Step.TERMS: message("Until you say yes, you can read everything, and what you do waits here, safe on this phone."),
}


class SignInScreen(ColumnScreen):
    def __init__(self, *, desk: SignInDesk, state: SignInState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WARM, dark=dark), foot=SAFE_AREA.bottom + 24)
        self._desk = desk
        self._state: SignInState | None = None
        self._page: Page | None = None
        self.show(state)

    def show(self, state: SignInState) -> None:
        if state.step in FORMS:
            if self._state is None or self._state.step is not state.step:
                self._ask(state)
            self._form.show(state)
            self._operator.text = state.operator
        if self._state is None or self._state.reading != state.reading:
            self._open(state.reading)
        self._state = state

    def _ask(self, state: SignInState) -> None:
        self.column.clear_widgets()
        self.column.spacing = dp(12)
        self.column.add_widget(Widget(size_hint=(1, 0.6)))
        crowd = Crowd(snug=state.step is Step.JOIN)
        crowd.show(_FACES, _words(state.step), slowly=False)
        self.column.add_widget(crowd)
        self.column.add_widget(Text(text=_detail(state), style="small", tone="muted", flow="wrap", halign="center"))
        self.column.add_widget(Widget(size_hint=(1, 0.4)))
        self._form = FORMS[state.step](state=state, desk=self._desk)
        self.column.add_widget(self._form)
        self.column.add_widget(Widget(size_hint=(1, 1)))
        self._operator = Text(style="caption", tone="muted", flow="wrap", halign="center")
        self.column.add_widget(self._operator)
        self.wear(self.palette, slowly=False)

    def _open(self, reading: Reading | None) -> None:
        if self._page is not None:
            self.remove_widget(self._page)
            self._page = None
        self.scroll.opacity = 0 if reading else 1
        if reading is not None:
            self._page = Page(reading=reading, close=self._desk.close_reading, palette=self.palette)
            self.add_widget(self._page)


def _words(step: Step) -> Words:
    words = _WORDS[step]
    return Words(say(words.big), say(words.accent))


def _detail(state: SignInState) -> str:
    if state.step is not Step.CODE:
        return say(_DETAIL.get(state.step, ""))
    if state.joining:
        return say("We wrote to {email}.", email=state.email)
    return say(
        "We wrote to {email}, if it is with Kith. Nothing there? Then choose that you are new.", email=state.email
    )
