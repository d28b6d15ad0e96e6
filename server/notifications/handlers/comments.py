"""What a friend's own words mean for whom they are written to. May run twice."""

from server.comments.models import Comment
from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.services import notify


def tell_commented(fact: Fact) -> None:
    """To the owner, once for each and when it has arrived; other words in their place are no news."""
    payload = fact.payload
    if not Comment.objects.filter(id=payload["comment"], arrived_at__isnull=False).exists():
        return
    notify(
        recipient_id=fact.person_id, kind=Kind.COMMENT, about=payload["comment"], now=fact.happened_at,
        habit=payload["habit"], date=payload["date"], person=payload["person"], comment=payload["comment"],
    )  # fmt: skip
