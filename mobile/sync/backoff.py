"""How long to wait before the next try. Pure: the jitter is an argument."""

from datetime import timedelta

POLL = timedelta(seconds=4)
"""In the foreground a friend's answer shows up within this time."""
LONGEST = timedelta(minutes=1)
"""Somebody who finds the network again should not have to wait for us."""
EVERYTHING_EVERY = 15
"""Of the polls, each so many-th asks for everything; the others only for today."""


def next_wait(failures: int, retry_after: timedelta | None, jitter: float) -> timedelta:
    """Doubles with each failed try in a row up to a minute; `jitter` in 0..1 spreads phones apart by half.

    What the server asked for (`retry_after`) is never undercut.
    """
    if failures == 0:
        return max(POLL, retry_after or POLL)
    doubled = min(LONGEST, POLL * int(2 ** min(failures - 1, 10)))
    return max(doubled * (0.5 + jitter / 2), retry_after or timedelta())
