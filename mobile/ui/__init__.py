"""The only folder that knows Kivy: it draws the presenters' states and passes taps on."""

import logging
import os

WINDOW = {"WIDTH": "390", "HEIGHT": "844", "MINIMUM_WIDTH": "360", "MINIMUM_HEIGHT": "640", "MULTISAMPLES": "0"}
"""A phone's size, in dp, for the window on a desktop."""

# Kivy reads all this when it is first imported, which happens below this package only.
for _name, _value in WINDOW.items():
    os.environ.setdefault(f"KCFG_GRAPHICS_{_name}", _value)
os.environ.setdefault("KCFG_KIVY_EXIT_ON_ESCAPE", "0")
os.environ.setdefault("KCFG_INPUT_MOUSE", "mouse,disable_multitouch")
os.environ.setdefault("KIVY_NO_ARGS", "1")
os.environ.setdefault("KIVY_NO_CONFIG", "1")
os.environ.setdefault("KIVY_NO_FILELOG", "1")
if "ANDROID_ARGUMENT" not in os.environ:
    # SDL's own clipboard; Kivy looks for the others with a traceback each.
    os.environ.setdefault("KIVY_CLIPBOARD", "sdl2")

from kivy.config import Config  # noqa: E402 (after the environment it reads)
from kivy.logger import Logger  # noqa: E402 (likewise)

Config.set("kivy", "log_level", "warning")
# The X11 selection is a nicety Kivy calls critical when xclip and xsel are missing.
Logger.addFilter(lambda record: "Cutbuffer" not in record.getMessage())
# Kivy prints all it is told, and these tell of every plugin and every request.
for _name in ("PIL", "httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)
