"""The pictures of every screen, taken without a display."""

import mobile.ui  # noqa: F401 (sets Kivy up before it is first imported)
