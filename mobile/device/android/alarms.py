"""Alarms that ring while the app is closed. The book and the receiver are Java: they have to work without Python."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from mobile.device.android.platform import Platform
from mobile.device.protocols import Rings

_NOTICES_ASKED_SINCE = 33
_NOTICES_SETTINGS_SINCE = 26
_EXACT_ASKED_SINCE = 31
_POST = "android.permission.POST_NOTIFICATIONS"


class AndroidAlarms:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._book = platform.java("org.kith.phone.AlarmBook")
        self._alarms = platform.service("alarm", "android.app.AlarmManager")
        self._notices = platform.service("notification", "android.app.NotificationManager")

    def set(self, alarm: UUID, at: datetime, text: str) -> None:
        self._book.set(self._platform.activity, str(alarm), int(at.timestamp() * 1000), text)

    def cancel(self, alarm: UUID) -> None:
        self._book.cancel(self._platform.activity, str(alarm))

    def rings(self) -> Rings:
        if not self._notices.areNotificationsEnabled():
            return Rings.NOT
        return Rings.ON_TIME if self._may_be_exact() else Rings.ABOUT

    def ask(self, on_answer: Callable[[], None]) -> None:
        """First whether anything may be shown at all, then whether to the minute; refused once, the first ends it."""
        if self._platform.sdk >= _NOTICES_ASKED_SINCE and not self._notices.areNotificationsEnabled():
            self._platform.libraries.permissions.request_permissions([_POST], lambda *_: self._ask_exact(on_answer))
        else:
            self.settings(on_answer)

    def settings(self, on_answer: Callable[[], None]) -> None:
        """Asked twice in vain, Android asks nobody any more: only its settings are left."""
        if self._notices.areNotificationsEnabled():
            self._ask_exact(on_answer)
        elif self._platform.sdk >= _NOTICES_SETTINGS_SINCE:
            self._open_settings(on_answer)
        else:
            on_answer()

    def _ask_exact(self, on_answer: Callable[[], None]) -> None:
        if self._may_be_exact() or not self._notices.areNotificationsEnabled():
            on_answer()
            return
        settings = self._platform.java("android.provider.Settings")
        ours = self._platform.java("android.net.Uri").parse(f"package:{self._platform.activity.getPackageName()}")
        intent = self._intent(settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, ours)
        self._platform.ask(intent, lambda _went_through, _intent: on_answer())

    def _open_settings(self, on_answer: Callable[[], None]) -> None:
        settings = self._platform.java("android.provider.Settings")
        intent = self._intent(settings.ACTION_APP_NOTIFICATION_SETTINGS)
        intent.putExtra(settings.EXTRA_APP_PACKAGE, self._platform.activity.getPackageName())
        self._platform.ask(intent, lambda _went_through, _intent: on_answer())

    def _intent(self, *parts: Any) -> Any:
        return self._platform.java("android.content.Intent")(*parts)

    def _may_be_exact(self) -> bool:
        return self._platform.sdk < _EXACT_ASKED_SINCE or bool(self._alarms.canScheduleExactAlarms())
