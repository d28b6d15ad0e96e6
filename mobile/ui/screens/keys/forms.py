"""One thing to write and one button, for pages that ask the server: what is wrong is said between the two."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import PillButton
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.text import Text


class OneField(BoxLayout):
    """`send` gets what was written. What is being written stays while the page says what was wrong with it."""

    def __init__(
        self, *, hint: str, icon: str, button: str, key: str, send: Callable[[str], object], text: str = ""
    ) -> None:
        super().__init__(orientation="vertical", spacing=dp(10), size_hint=(1, None))
        hug_height(self)
        self._send = send
        self.field = Field(hint=hint, icon=icon, key=f"{key}_field", text=text)
        self.field.writing.bind(on_text_validate=lambda *_: self._go())
        self._problem = Text(style="small", tone="accent_text", flow="wrap", halign="center")
        self._button = PillButton(text=button, key=f"{key}_go", action=self._go)
        for widget in (self.field, self._problem, self._button):
            self.add_widget(widget)

    def _go(self) -> None:
        if not self._button.disabled:
            self._send(self.field.writing.text)

    def show(self, *, busy: bool, problem: str) -> None:
        self._button.disabled = busy
        self._problem.text = problem
