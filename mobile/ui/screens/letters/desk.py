"""What can be done about letters, screen by screen."""

from collections.abc import Callable
from dataclasses import dataclass

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class BandDesk:
    """About the letter Today speaks of."""

    open: Do
    leave_closed: Do
    read: Do
    write: Do
    put_away: Do


@dataclass(frozen=True, slots=True)
class ReadDesk:
    close: Do
    thank: Do
    report: Do
    show_up: Do
    rest: Do


@dataclass(frozen=True, slots=True)
class WriteDesk:
    give: Callable[[str], object]
    take_back: Do
    close: Do


@dataclass(frozen=True, slots=True)
class ListDesk:
    write: Do
    take_back: Do
    read: Callable[[str], object]
    close: Do
