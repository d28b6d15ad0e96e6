"""What moderators decide, told to the one it is about: facts of the moderation app become notices."""

from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.services import notify


def tell_moderated(fact: Fact) -> None:
    """Once for each ruling, without a word about who reported."""
    ruling, act = fact.payload["ruling"], fact.payload["act"]
    notify(recipient_id=fact.person_id, kind=Kind.MODERATED, about=ruling, now=fact.happened_at, act=act)
