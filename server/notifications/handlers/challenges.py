"""What promises kept together mean for their members: facts become notices. Each may run twice."""

from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.services import notify


def tell_offered(fact: Fact) -> None:
    """To the friend who is asked; a new asking is told anew."""
    payload = fact.payload
    notify(
        recipient_id=fact.person_id, kind=Kind.CHALLENGE_OFFERED, about=payload["invitation"], now=fact.happened_at,
        challenge=payload["challenge"], invitation=payload["invitation"], person=payload["person"],
    )  # fmt: skip


def tell_starts(fact: Fact) -> None:
    _tell(Kind.CHALLENGE_STARTS, fact)


def tell_last(fact: Fact) -> None:
    """To the one who is waited for, and nobody else."""
    _tell(Kind.LAST_TO_COME, fact)


def tell_day_kept(fact: Fact) -> None:
    _tell(Kind.CHAIN_DAY_KEPT, fact)


def tell_carried(fact: Fact) -> None:
    payload = fact.payload
    notify(
        recipient_id=fact.person_id, kind=Kind.CARRIED, about=payload["carry"], now=fact.happened_at,
        challenge=payload["challenge"], date=payload["date"], person=payload["person"], carry=payload["carry"],
    )  # fmt: skip


def tell_ended(fact: Fact) -> None:
    _tell(Kind.CHALLENGE_ENDED, fact)


def _tell(kind: Kind, fact: Fact) -> None:
    """Once for each challenge, and date where there is one."""
    payload = fact.payload
    day = {"date": payload["date"]} if "date" in payload else {}
    notify(
        recipient_id=fact.person_id, kind=kind, about=":".join([payload["challenge"], *day.values()]),
        now=fact.happened_at, challenge=payload["challenge"], **day,
    )  # fmt: skip
