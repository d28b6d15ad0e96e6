"""What it means to somebody that others keep a habit of theirs beside their own. Each may run twice."""

from server.beside.models import RoleModel
from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.services import notify


def tell_started_beside(fact: Fact) -> None:
    """To whose check-in it was: always, and once for each friend and habit."""
    kept = _kept(fact)
    if kept is not None:
        _tell(kept, Kind.STARTED_BESIDE, fact)


def tell_kept_beside(fact: Fact) -> None:
    """To whose habit it is, if they asked to be told: once for each friend and habit."""
    kept = _kept(fact)
    if kept is not None and kept.model.owner.told_of_beside:
        _tell(kept, Kind.KEPT_BESIDE, fact)


def _kept(fact: Fact) -> RoleModel | None:
    """None once it was let go of: that is no news any more."""
    return RoleModel.objects.filter(id=fact.payload["role_model"]).select_related("model__owner").first()


def _tell(kept: RoleModel, kind: Kind, fact: Fact) -> None:
    notify(
        recipient_id=kept.model.owner_id, kind=kind, about=f"{kept.model_id}:{fact.person_id}", now=fact.happened_at,
        habit=str(kept.model_id), person=str(fact.person_id),
    )  # fmt: skip
