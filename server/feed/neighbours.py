"""What today says on behalf of an app on the same floor. The project introduces it once, when it starts."""

from collections.abc import Callable
from datetime import datetime

from server.people.models import Person

NoticeCounter = Callable[[Person, datetime], int]
_counters: list[NoticeCounter] = []


def introduce(*, notice_counter: NoticeCounter) -> None:
    """Say who counts the notices a person has not read."""
    _counters[:] = [notice_counter]


def count_notices(person: Person, now: datetime) -> int:
    """Unread notices this person may read now; 0 while nobody was introduced."""
    return sum(counter(person, now) for counter in _counters)
