"""What the phone's own alarms say, and what it can promise about them."""

from mobile.device.protocols import Rings

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
    what = title or "Today"
    if little:
        return f"{what}? A word about today is enough."
    return f"{what}? {friend} will see it." if friend else f"{what}? Any time before you sleep."
