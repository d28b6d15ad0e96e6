"""Links that open the app."""

from collections.abc import Callable
from typing import Any

from mobile.device.android.platform import Platform


class AndroidLinks:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    def first(self) -> str:
        return self._link(self._platform.activity.getIntent())

    def follow(self, on_link: Callable[[str], None]) -> None:
        def opened(intent: Any) -> None:
            link = self._link(intent)
            if link:
                on_link(link)

        self._platform.libraries.activity.bind(on_new_intent=opened)

    def _link(self, intent: Any) -> str:
        """Only what somebody opened; the launcher's tap and an alarm's notice carry none."""
        if intent is None or intent.getAction() != self._platform.java("android.content.Intent").ACTION_VIEW:
            return ""
        return str(intent.getDataString() or "")
