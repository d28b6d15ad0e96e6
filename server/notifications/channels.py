"""Ways out. Each sends one parcel to one person and says what became of it; the sender decides everything else."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from server.people.models import Person


class Outcome(StrEnum):
    SENT = "sent"
    GONE = "gone"
    """This way out leads nowhere any more."""
    RETRY = "retry"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one person is told at one moment, over one channel: one line per notice, oldest first."""

    recipient: Person
    lines: Sequence[str]


class Channel(Protocol):
    interrupts: bool
    """Whether it rings: what rings waits until quiet hours end."""

    def send(self, parcel: Parcel) -> Outcome: ...


class InApp:
    """The list in the app, which the phone reads when its owner opens it. The row itself is the delivery."""

    interrupts = False

    def send(self, parcel: Parcel) -> Outcome:
        return Outcome.SENT


class Console:
    """One line on the server's own output: how a Kith without any push service is seen to speak."""

    interrupts = True

    def send(self, parcel: Parcel) -> Outcome:
        sys.stdout.write(f"[kith] {parcel.recipient.name}: {' · '.join(parcel.lines)}\n")
        sys.stdout.flush()
        return Outcome.SENT


CHANNELS: Mapping[str, Channel] = {"in_app": InApp(), "console": Console()}
