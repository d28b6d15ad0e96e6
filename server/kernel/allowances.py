"""Allowances: so much of something within a while, for one person, address or network.

Exact however many ask at once: one statement both looks and counts. Kept in the database, so that a cache that was
emptied forgives nothing; one row each, so that nobody waits for a stranger.
"""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import F
from django.utils.crypto import salted_hmac

from server.kernel.models import Allowance
from shared.codes import Code, Refused
from shared.limits import Rate

SPEND = """
INSERT INTO kernel_allowance (key, spent, ends_at) VALUES (%(key)s, %(cost)s, %(ends_at)s)
ON CONFLICT (key) DO UPDATE SET
    spent = excluded.spent + CASE WHEN kernel_allowance.ends_at <= %(now)s THEN 0 ELSE kernel_allowance.spent END,
    ends_at = CASE WHEN kernel_allowance.ends_at <= %(now)s THEN excluded.ends_at ELSE kernel_allowance.ends_at END
WHERE kernel_allowance.ends_at <= %(now)s OR kernel_allowance.spent + excluded.spent <= %(amount)s
"""
SHORTEST_WAIT = timedelta(seconds=1)


def spend(what: str, who: object, *, rate: Rate, now: datetime, cost: int = 1) -> None:
    """Take `cost` from the allowance of `who` for `what`. Refused(too_many) says when there is some again.

    The while begins with the first spending. Inside a transaction that is rolled back, nothing was spent.
    """
    if not try_spend(what, who, rate=rate, now=now, cost=cost):
        raise Refused(Code.TOO_MANY, wait=_wait(_key(what, who), rate, now))


def try_spend(what: str, who: object, *, rate: Rate, now: datetime, cost: int = 1) -> bool:
    """As `spend`, for whoever answers the same either way: whether there was enough. Nothing is taken if not."""
    if cost > rate.amount:
        return False
    instant = connection.ops.adapt_datetimefield_value
    values = {
        "key": _key(what, who), "cost": cost, "amount": rate.amount,
        "now": instant(now), "ends_at": instant(now + rate.within),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(SPEND, values)
        return bool(cursor.rowcount == 1)


def give_back(what: str, who: object) -> None:
    """Count from nothing again: what was spent turned out to be well spent."""
    Allowance.objects.filter(key=_key(what, who)).delete()


def hand_back(what: str, who: object, *, cost: int = 1) -> None:
    """Put back what was taken a moment ago and not used after all."""
    Allowance.objects.filter(key=_key(what, who), spent__gte=cost).update(spent=F("spent") - cost)


def forget_ended(*, now: datetime) -> int:
    """Remove what no longer counts; answers how many."""
    return Allowance.objects.filter(ends_at__lte=now).delete()[0]


def _key(what: str, who: object) -> str:
    """Addresses and networks are personal: only a keyed digest of them is written down."""
    return f"{what}:{salted_hmac('kith.allowance', str(who), algorithm='sha256').hexdigest()[:40]}"


def _wait(key: str, rate: Rate, now: datetime) -> timedelta:
    ends_at = Allowance.objects.filter(key=key).values_list("ends_at", flat=True).first()
    return max(ends_at - now, SHORTEST_WAIT) if ends_at else rate.within
