"""What responses hear about."""

from uuid import UUID

from server.habits.models import Miss
from server.kernel.models import Fact
from server.responses.models import Look, MissAnswer, Reaction
from server.responses.pictures import discard_picture, let_go_of_pictures


def forget_acts_on_undone(fact: Fact) -> None:
    """A day posted anew is a new thing to look at: what was done about the one taken back goes with it."""
    check_in_id = UUID(fact.payload["check_in"])
    Look.objects.filter(check_in=check_in_id, looked_at__lte=fact.happened_at).delete()
    for given in Reaction.objects.filter(check_in=check_in_id, reacted_at__lte=fact.happened_at).select_related(
        "photo"
    ):
        given.delete()
        discard_picture(given.photo)


def forget_faces_on_voided(fact: Fact) -> None:
    """The day was no miss after all: nobody finds the faces that cheered about it any more."""
    gone = (Miss.State.VOIDED, Miss.State.RESTED)
    while let_go_of_pictures(MissAnswer.objects.filter(miss=fact.payload["miss"], miss__state__in=gone)):
        pass
