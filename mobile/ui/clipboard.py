"""The clipboard of the machine, for what is handed on as words."""

from mobile.later import LaterModule

_clipboard = LaterModule("kivy.core.clipboard")


def copy_text(text: str) -> None:
    _clipboard.Clipboard.copy(text)
