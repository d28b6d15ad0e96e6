"""What today says on behalf of an app on the same floor. The project's settings name who answers."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from server.people.models import Person

NoticeCounter = Callable[[Person, datetime], int]


@cache
def _notice_counter() -> NoticeCounter:
    counter: NoticeCounter = import_string(settings.NOTICE_COUNTER)
    return counter


def count_notices(person: Person, now: datetime) -> int:
    """How many notices this person has not read and may read now."""
    return _notice_counter()(person, now)
