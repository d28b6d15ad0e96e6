"""What a person is told about their own export and departure. Each may run twice, in any order."""

from datetime import datetime

from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.services import notify
from server.people.selectors import person_clock
from shared.zones import load


def tell_export_ready(fact: Fact) -> None:
    """To whoever asked for it."""
    _tell(fact, Kind.EXPORT_READY, about=fact.payload["export"])


def tell_leaving(fact: Fact) -> None:
    """To whoever leaves: if it wasn't they who asked, they learn of it in time."""
    if not Fact.objects.filter(person_id=fact.person_id, kind="departure_ended", seq__gt=fact.seq).exists():
        _tell(fact, Kind.LEAVING, about=fact.payload["until"])


def forget_leaving(fact: Fact) -> None:
    """They stay: nothing of what was told about leaving holds any more."""
    Notice.objects.filter(recipient=fact.person_id, kind=Kind.LEAVING, created_at__lte=fact.happened_at).delete()


def _tell(fact: Fact, kind: Kind, *, about: str) -> None:
    until = datetime.fromisoformat(fact.payload["until"])
    day = until.astimezone(load(person_clock(fact.person_id).zone_at(until))).date()
    notify(
        recipient_id=fact.person_id, kind=kind, about=about, now=fact.happened_at,
        until=fact.payload["until"], day=day.isoformat(),
    )  # fmt: skip
