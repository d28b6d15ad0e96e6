"""The Kivy application: one window, one shell."""

import gc

from kivy.app import App
from kivy.uix.widget import Widget

from mobile.app_core import Core
from mobile.ui.assets import ASSETS
from mobile.ui.bridge import after_first_frame, on_screen_thread
from mobile.ui.shell import Shell
from mobile.ui.theme.fonts import register_fonts


class KithApp(App):
    title = "Kith"
    icon = str(ASSETS / "icons" / "kith.png")
    use_kivy_settings = False

    def __init__(self, core: Core, *, dark: bool = False, link: str = "") -> None:
        """`link`: a friend's, with which the app was opened."""
        super().__init__()
        self._core, self._link = core, link
        if dark:
            core.me.set_night(True)

    def build(self) -> Widget:
        register_fonts()
        self._shell = Shell(self._core)
        return self._shell

    def on_start(self) -> None:
        self._core.start_workers()
        # First what is here, then what is new: the network's thread would only hold up the first frame.
        after_first_frame(self._settle)
        if self._link:
            self._shell.open_link(self._link)
        links = self._core.phone.device.links
        if links is not None:
            links.follow(lambda link: on_screen_thread(lambda: self._shell.open_link(link)))

    def _settle(self) -> None:
        # What a start made is here to stay: the collector need not look at it any more.
        gc.freeze()
        self._core.start_syncing()

    def on_pause(self) -> bool:
        """Android may put the app to sleep; everything is already kept."""
        self._core.follow_alarms()
        return True

    def on_resume(self) -> None:
        self._core.notices.open()
        self._core.follow_alarms()

    def on_stop(self) -> None:
        self._shell.close()
        self._core.close()
