"""The window itself: what may be pictured of it, and where the phone draws over it."""

from mobile.device.android.platform import Platform

_EDGE_TO_EDGE_SINCE = 35
"""From here on the app is drawn below the bars, whether it likes to or not; before, they lie beside it."""


class AndroidCurtain:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._secure = platform.java("android.view.WindowManager$LayoutParams").FLAG_SECURE

    def draw(self) -> None:
        self._platform.on_ui_thread(lambda: self._platform.activity.getWindow().addFlags(self._secure))

    def lift(self) -> None:
        self._platform.on_ui_thread(lambda: self._platform.activity.getWindow().clearFlags(self._secure))


def bars(platform: Platform) -> tuple[float, float]:
    """How far the system's bars reach into the app's window, from above and from below, in dp."""
    insets = platform.activity.getWindow().getDecorView().getRootWindowInsets()
    if platform.sdk < _EDGE_TO_EDGE_SINCE or insets is None:
        return 0.0, 0.0
    found = insets.getInsets(platform.java("android.view.WindowInsets$Type").systemBars())
    density = float(platform.activity.getResources().getDisplayMetrics().density)
    return found.top / density, found.bottom / density
