"""The clock and zone of the phone."""

from datetime import datetime

from mobile.device.android.platform import Platform
from shared import clock
from shared.codes import Refused
from shared.zones import check_zone


class AndroidClock:
    def __init__(self, platform: Platform) -> None:
        self._zones = platform.java("java.util.TimeZone")

    def now(self) -> datetime:
        return clock.now()

    def zone(self) -> str | None:
        """Android moves the default with its owner. A zone that is only an offset ("GMT+02:00") tells nothing."""
        name = str(self._zones.getDefault().getID())
        try:
            check_zone(name)
        except Refused:
            return None
        return name
