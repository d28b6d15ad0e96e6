"""Every widget in every mood, by day and by night, in every size: in a window, or as one picture for docs/design.md."""

import mobile.ui  # noqa: F401 (sets Kivy up before it is first imported)
