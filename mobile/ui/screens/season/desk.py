"""What can be done at a season's end."""

from collections.abc import Callable
from dataclasses import dataclass

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class SeasonDesk:
    play: Do
    once_more: Do
    lighter: Do
    done: Do
    back: Do
    person: Callable[[str], object]
    rhythm: Callable[[str], object]
    gentle: Callable[[bool], object]
    begin: Do
    keep_alone: Do
    put_away: Do
    close: Do
