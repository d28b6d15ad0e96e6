"""What a nudge means for the owner of the day. May run twice."""

from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.services import notify


def tell_nudged(fact: Fact) -> None:
    """To the owner. It is read, and rings, only while the day is still waited for."""
    payload = fact.payload
    notify(
        recipient_id=fact.person_id, kind=Kind.NUDGE, about=payload["nudge"], now=fact.happened_at,
        habit=payload["habit"], date=payload["date"], person=payload["person"], nudge=payload["nudge"],
    )  # fmt: skip
