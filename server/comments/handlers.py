"""What comments hear about. Each may run twice."""

from django.db import transaction

from server.comments.models import Comment
from server.comments.selectors import running_misses
from server.comments.services import tell_written
from server.kernel.models import Fact
from server.people.locks import lock_people
from shared import clock


@transaction.atomic
def deliver_held(fact: Fact) -> None:
    """A miss ended somehow: what was held because of it arrives, unless another one runs."""
    lock_people(fact.person_id)
    habit, now = fact.payload["habit"], clock.now()
    if running_misses([habit], now=now).exists():
        return
    held = Comment.objects.filter(check_in__habit=habit, arrived_at__isnull=True, erased_at__isnull=True)
    for comment in held.select_related("check_in").order_by("created_at", "id"):
        Comment.objects.filter(pk=comment.pk).update(arrived_at=now)
        tell_written(comment, comment.check_in, now=now)


def forget_comments_on_undone(fact: Fact) -> None:
    """A day posted anew is a new thing to speak of: what was said about the one taken back goes with it."""
    said = Comment.objects.filter(check_in=fact.payload["check_in"], erased_at__isnull=True)
    said.filter(written_at__lte=fact.happened_at).update(text="", erased_at=fact.happened_at)
