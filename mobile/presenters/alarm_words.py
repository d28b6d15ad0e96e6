"""What the phone's own alarms say, and what it can promise about them."""

from mobile.device.protocols import Rings
from shared.languages import say

RINGS: dict[Rings, str] = {
    Rings.ON_TIME: "",
    Rings.ABOUT: "This phone may ring a few minutes late. Its settings can let Kith ring to the minute.",
    Rings.NOT: "Notifications are off for Kith, so nothing rings here. The phone's settings can change that.",
}
"""A quiet line below the reminder's time; empty where there is nothing to say."""
SETTINGS = "Open the settings"
"""Below that line: where what was refused can be allowed."""


def alarm(title: str, friend: str, *, little: bool) -> str:
    """One line on a lock screen. `title` is empty for what its owner keeps to themselves, `friend` if none is sure."""
    what = title or say("Today")
    if little:
        return say("{what}? A word about today is enough.", what=what)
    if friend:
        return say("{what}? {friend} will see it.", what=what, friend=friend)
    return say("{what}? Any time before you sleep.", what=what)
