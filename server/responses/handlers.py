"""What responses hear about."""

from uuid import UUID

from server.kernel.models import Fact
from server.responses.models import Look, Reaction
from server.responses.pictures import discard_picture


def forget_acts_on_undone(fact: Fact) -> None:
    """A day posted anew is a new thing to look at: what was done about the one taken back goes with it."""
    check_in_id = UUID(fact.payload["check_in"])
    Look.objects.filter(check_in=check_in_id, looked_at__lte=fact.happened_at).delete()
    for given in Reaction.objects.filter(check_in=check_in_id, reacted_at__lte=fact.happened_at).select_related(
        "photo"
    ):
        given.delete()
        discard_picture(given.photo)
