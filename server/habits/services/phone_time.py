"""Instants a phone tells, corrected for its clock."""

from datetime import datetime, timedelta

CLOCK_TOLERANCE = timedelta(minutes=1)
"""Up to here, received - sent is the network's slowness rather than a wrong clock."""
LONGEST = timedelta(days=36_525)
"""Longer ago than any phone was made; further back the calendar itself would end."""


def corrected(at: datetime, *, sent_at: datetime, now: datetime) -> datetime:
    """When something told by the phone really happened (instant), never later than `now`.

    A wrong clock is shifted by received - sent. A right one is taken at its word: shifting it by the few seconds a
    request took would make a check-in seem to be captured after the undo that followed it at once.
    """
    shift = now - sent_at
    if abs(shift) <= CLOCK_TOLERANCE:
        return min(at, now)
    # Measured from now, so that no phone's clock, however wrong, leads outside the calendar.
    return now - min(max(sent_at - at, timedelta()), LONGEST)
