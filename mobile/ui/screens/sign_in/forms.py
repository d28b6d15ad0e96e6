"""What each step at the door asks for. A form has a button that works, or not, and a line for what is wrong."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import scan_copy
from mobile.presenters.sign_in_state import SignInState, Step
from mobile.ui.screens.sign_in.desk import SignInDesk
from mobile.ui.theme import sizes
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.layers import CENTRE, GrowingRow, large_type
from mobile.ui.widgets.text import Text
from shared.languages import message, say

_SECOND = {Step.CODE: "enter_code", Step.SECOND: "enter_second", Step.NAME: "choose_name"}
_HINTS = {
    Step.EMAIL: (message("Your e-mail address"), "mail"),
    Step.CODE: (message("The code from the mail"), "key"),
    Step.SECOND: (message("Six digits from your app"), "key"),
    Step.NAME: (message("Your first name"), "person"),
}
_BUTTONS = {
    Step.EMAIL: message("Send me a code"), Step.CODE: message("Come in"), Step.SECOND: message("Come in"),
    Step.NAME: message("That's me"),
    Step.JOIN: message("Agree and join"), Step.TERMS: message("I agree"),
}  # fmt: skip


class Form(BoxLayout):
    """Fields on top, then the one thing to do, then quieter ways."""

    def __init__(self, *, state: SignInState, desk: SignInDesk) -> None:
        super().__init__(orientation="vertical", spacing=dp(12), size_hint=(1, None))
        hug_height(self)
        self.desk = desk
        self._problem = Text(style="small", tone="accent_text", flow="wrap", halign="center")
        self._button = PillButton(text=say(_BUTTONS[state.step]), key="sign_in_go", action=self.go)
        for widget in (*self.fields(state), self._problem, self._button, *self.ways(state)):
            self.add_widget(widget)

    def fields(self, state: SignInState) -> list[Widget]:
        raise NotImplementedError

    def ways(self, state: SignInState) -> list[Widget]:
        return [_way(say("Another address"), "arrow_back", "back", self.desk.back)]

    def go(self) -> None:
        raise NotImplementedError

    def show(self, state: SignInState) -> None:
        self._button.disabled = state.busy
        self._problem.text = state.problem

    def field(self, hint: str, icon: str, key: str, text: str = "") -> Field:
        field = Field(hint=hint, icon=icon, key=key, text=text)
        field.writing.bind(on_text_validate=lambda *_: self.go())
        return field


class OneLine(Form):
    """One thing to write: an address, a code, a name."""

    def fields(self, state: SignInState) -> list[Widget]:
        self._step = state.step
        hint, icon = say(_HINTS[state.step][0]), _HINTS[state.step][1]
        self._field = self.field(hint, icon, "sign_in_field", state.email if state.step is Step.EMAIL else "")
        return [self._field]

    def go(self) -> None:
        getattr(self.desk, _SECOND[self._step])(self._field.writing.text)


class Address(OneLine):
    """The first step: in with an address, to the other door with an invite, or to another server."""

    def go(self) -> None:
        self.desk.send_code(self._field.writing.text)

    def ways(self, state: SignInState) -> list[Widget]:
        self._server_line = QuietLink(icon="dns", key="server", action=self._toggle_server, pos_hint=CENTRE)
        self._server_field = Field(hint="https://kith.example.org", icon="dns", key="server_field", text=state.server)
        self._server_field.writing.bind(on_text_validate=lambda *_: self._use_server())
        new = QuietPill(text=say("I'm new here"), icon="person_add", key="join", action=self._join, size_hint_x=1)
        return [new, self._server_line]

    def show(self, state: SignInState) -> None:
        super().show(state)
        self._server_line.text = (
            say("Server: {server}", server=state.server) if state.server else say("Choose a server")
        )

    def _join(self) -> None:
        self.desk.start_joining(self._field.writing.text)

    def _toggle_server(self) -> None:
        if self._server_field.parent is None:
            self.add_widget(self._server_field)
        else:
            self._use_server()

    def _use_server(self) -> None:
        self.desk.set_server(self._server_field.writing.text)
        self.remove_widget(self._server_field)


class Joining(Form):
    """Somebody new: where the code goes, the invite, old enough, and the terms a tap away."""

    def fields(self, state: SignInState) -> list[Widget]:
        self._email = self.field(say("Your e-mail address"), "mail", "join_email", state.email)
        hint = say("Invitation, if you have one") if state.open_sign_up else say("Your invitation: link or code")
        self._invite = self.field(hint, "link", "join_invite", state.invite)
        return [self._email, self._invite, self._age(), self._terms()]

    def _age(self) -> Widget:
        row = GrowingRow(least=52, spacing=dp(10))
        self._old = QuietPill(text=say("I'm 16 or older"), key="old_enough", fill="card")
        self._old.action = self._declare
        self._old.pos_hint = {"center_y": 0.5}
        self._year = self.field(say("Year of birth"), "", "birth_year")
        row.add_widget(self._old)
        row.add_widget(self._year)
        return row

    def _declare(self) -> None:
        self._old.chosen = not self._old.chosen
        self._old.icon = "check" if self._old.chosen else ""

    def _terms(self) -> Widget:
        return texts_to_read(say("By joining you agree to the two."), self.desk.read)

    def go(self) -> None:
        self.desk.join(
            email=self._email.writing.text, invite=self._invite.writing.text,
            birth_year=self._year.writing.text.strip(), old_enough=self._old.chosen,
        )  # fmt: skip

    def show(self, state: SignInState) -> None:
        super().show(state)
        if state.invite and not self._invite.writing.text:
            self._invite.writing.text = state.invite

    def ways(self, state: SignInState) -> list[Widget]:
        return [
            _way(say(scan_copy.TITLE), "qr_code_2", "scan", lambda: self.desk.scan(self._email.writing.text)),
            _way(say("I have been here before"), "arrow_back", "back", self.desk.back),
        ]


class NewTerms(Form):
    """A newer version: read, agree, or look around first."""

    def fields(self, state: SignInState) -> list[Widget]:
        return [texts_to_read("", self.desk.read)]

    def go(self) -> None:
        self.desk.agree()

    def ways(self, state: SignInState) -> list[Widget]:
        return [_way(say("Look around first"), "visibility", "put_off", self.desk.put_off_terms)]


def texts_to_read(line: str, read: Callable[[str], object]) -> BoxLayout:
    box = BoxLayout(orientation="vertical", size_hint=(1, None))
    hug_height(box)
    links = box
    if not large_type():
        links = BoxLayout(size_hint=(None, None), height=dp(sizes.TARGET), pos_hint=CENTRE)
        links.bind(minimum_width=links.setter("width"))
        box.add_widget(links)
    for text, document in ((say("Terms of use"), "terms"), (say("Privacy"), "privacy")):
        link = QuietLink(text=text, key=f"read_{document}", action=lambda document=document: read(document))
        link.pos_hint = CENTRE if links is box else {}
        links.add_widget(link)
    if line:
        box.add_widget(Text(text=line, style="small", tone="muted", flow="wrap", halign="center"))
    return box


def _way(text: str, icon: str, key: str, action: Callable[[], object]) -> QuietLink:
    return QuietLink(text=text, icon=icon, key=key, action=action, pos_hint=CENTRE)


FORMS: dict[Step, type[Form]] = {
    Step.EMAIL: Address, Step.JOIN: Joining, Step.CODE: OneLine, Step.SECOND: OneLine, Step.NAME: OneLine,
    Step.TERMS: NewTerms,
}  # fmt: skip
