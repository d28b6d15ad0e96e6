"""What happens among people that somebody is told of. Each may run twice."""

from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.services import notify


def tell_arrived(fact: Fact) -> None:
    """To the inviter: somebody came in with their link."""
    notify(
        recipient_id=fact.person_id, kind=Kind.ARRIVED, about=fact.payload["invite"], now=fact.happened_at,
        person=fact.payload["person"],
    )  # fmt: skip
