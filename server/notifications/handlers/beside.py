"""What it means to somebody that others keep a habit of theirs beside their own. Each may run twice."""

from uuid import UUID

from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.services import notify
from server.people.models import Person


def tell_started_beside(fact: Fact) -> None:
    """To whose check-in it was: always, and once for each friend and habit."""
    _tell(fact, Kind.STARTED_BESIDE)


def tell_kept_beside(fact: Fact) -> None:
    """To whose habit it is, if they asked to be told: once for each friend and habit."""
    if Person.objects.filter(id=fact.payload["person"], told_of_beside=True).exists():
        _tell(fact, Kind.KEPT_BESIDE)


def _tell(fact: Fact, kind: Kind) -> None:
    model = fact.payload["model"]
    notify(
        recipient_id=UUID(fact.payload["person"]), kind=kind, about=f"{model}:{fact.person_id}", now=fact.happened_at,
        habit=model, person=str(fact.person_id),
    )  # fmt: skip
