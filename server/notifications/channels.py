"""Ways out. Each sends one parcel to one person and says what became of it; the sender decides everything else."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from django.conf import settings
from django.core.mail import send_mail

from server.notifications.kinds import MAILED, Kind
from server.people.models import Person
from shared.languages import say, speaking


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
    """One line on the server's own output: how a Kith on one's own machine is seen to speak.

    Where it is deployed, that output is a log, and what people are told has no place in it.
    """

    interrupts = True

    def send(self, parcel: Parcel) -> Outcome:
        if not settings.NOTICES_ON_CONSOLE:
            return Outcome.GONE
        sys.stdout.write(f"[kith] {parcel.recipient.name}: {' · '.join(parcel.lines)}\n")
        sys.stdout.flush()
        return Outcome.SENT


class Mail:
    """A letter to the person's own address, for the few things that concern more than the app."""

    interrupts = False

    def send(self, parcel: Parcel) -> Outcome:
        with speaking(parcel.recipient.language):
            subject, body = say("A word from Kith"), "\n\n".join([say("Hello,"), *parcel.lines, "Kith"])
        send_mail(subject, body + "\n", None, [parcel.recipient.email])
        return Outcome.SENT


CHANNELS: Mapping[str, Channel] = {"in_app": InApp(), "console": Console(), "mail": Mail()}


def channels_of(kind: Kind) -> list[str]:
    """The names of the ways out that a notice of this kind takes."""
    return [name for name in CHANNELS if name != "mail" or kind in MAILED]
