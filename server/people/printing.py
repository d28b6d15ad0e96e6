"""How people look from outside."""

from datetime import datetime
from typing import Any

from server.kernel.facts import current_seq
from server.people.models import Invite, Person
from server.people.selectors import person_clock


def brief(person: Person) -> dict[str, Any]:
    """The form in which everybody who may see a person sees them."""
    return {"id": str(person.id), "name": person.name, "avatar": person.avatar}


def print_me(person: Person, *, now: datetime) -> dict[str, Any]:
    """A person as they see themselves. `seq` is where their change log stands; minutes count from midnight.

    `day_start` is the one asked for last, though it begins with the next habit day; `clock` is the whole history, so
    that a phone set up anew folds past days as the server does.
    """
    clock = person_clock(person.id)
    return {
        **brief(person), "email": person.email, "zone": clock.zone_at(now), "day_start": clock.changes[-1].day_start,
        "clock": [
            {"from_instant": change.from_instant, "zone": change.zone, "day_start": change.day_start}
            for change in clock.changes
        ],
        "grace_minutes": person.grace_minutes, "quiet_from": person.quiet_from, "quiet_to": person.quiet_to,
        "seq": current_seq(person.id),
    }  # fmt: skip


def print_invite(invite: Invite) -> dict[str, Any]:
    """An invite as its inviter sees it later: without the token, which is kept nowhere."""
    return {"id": str(invite.id), "expires_at": invite.expires_at}
