"""The clock and zone of a desktop machine."""

import os
from datetime import datetime
from pathlib import Path

from shared import clock
from shared.codes import Refused
from shared.zones import check_zone

LOCALTIME = Path("/etc/localtime")


class DesktopClock:
    def now(self) -> datetime:
        return clock.now()

    def zone(self) -> str | None:
        name = os.environ.get("TZ", "").lstrip(":") or _zone_of(LOCALTIME)
        try:
            check_zone(name)
        except Refused:
            return None
        return name


def _zone_of(link: Path) -> str:
    """The name behind /etc/localtime, which on Linux and macOS points into the zone database."""
    try:
        _, _, name = str(link.readlink()).partition("zoneinfo/")
    except OSError:
        return ""
    return name
