"""At most two photos are decoded at a time in a process: that bounds memory whatever is uploaded."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from shared.codes import Code, Refused

AT_ONCE = 2
_places = threading.BoundedSemaphore(AT_ONCE)


@contextmanager
def decoding() -> Iterator[None]:
    """Hold one of the places while the block runs. Raises Refused(photo_busy) at once when none is free."""
    if not _places.acquire(blocking=False):
        raise Refused(Code.PHOTO_BUSY)
    try:
        yield
    finally:
        _places.release()
