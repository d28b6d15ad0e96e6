"""The clipboard of the machine, for what is handed on as words."""

from kivy.core.clipboard import Clipboard


def copy_text(text: str) -> None:
    Clipboard.copy(text)
