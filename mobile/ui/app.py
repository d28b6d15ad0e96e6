"""The Kivy application: one window, one shell."""

from kivy.app import App
from kivy.uix.widget import Widget

from mobile.app_core import Core
from mobile.ui.assets import ASSETS
from mobile.ui.bridge import on_screen_thread
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
        self._core.start()
        if self._link:
            self._shell.open_link(self._link)
        links = self._core.phone.device.links
        if links is not None:
            links.follow(lambda link: on_screen_thread(lambda: self._shell.open_link(link)))

    def on_pause(self) -> bool:
        """Android may put the app to sleep; everything is already kept."""
        self._core.ringing.follow()
        return True

    def on_resume(self) -> None:
        self._core.notices.open()
        self._core.ringing.follow()

    def on_stop(self) -> None:
        self._shell.close()
        self._core.close()
