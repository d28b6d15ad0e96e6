"""What a guest's answer means for the owner. May run twice."""

from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.services import notify


def tell_guest_answered(fact: Fact) -> None:
    """Once for each link; a change of mind is no news."""
    link = fact.payload["guest_link"]
    notify(recipient_id=fact.person_id, kind=Kind.GUEST_ANSWER, about=link, now=fact.happened_at, guest_link=link)
