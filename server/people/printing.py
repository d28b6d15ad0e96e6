"""How people look from outside."""

from datetime import datetime
from typing import Any

from server.kernel.facts import current_seq
from server.people.models import Arrival, Invite, Person, Session
from server.people.selectors import Tie, arrival_asked, person_clock
from server.people.terms import version_in_force
from shared.days import habit_day


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
        "rounds_minute": person.rounds_minute, "looks_quietly": person.looks_quietly,
        "adult": person.is_adult(habit_day(clock, now)),
        "nudges_a_day": person.nudges_a_day, "told_of_beside": person.told_of_beside,
        "language": person.language, "comes_first": person.comes_first,
        "waiting": _print_waiting(arrival_asked(person.id)),
        "terms_to_accept": version_in_force() if person.terms_version < version_in_force() else None,
        "seq": current_seq(person.id),
    }  # fmt: skip


def _print_waiting(mine: Arrival | None) -> dict[str, Any] | None:
    if mine is None or mine.invite is None or mine.invite.inviter is None:
        return None
    return {"inviter": brief(mine.invite.inviter), "until": mine.ends_at}


def print_friend(tie: Tie) -> dict[str, Any]:
    """A friend, and how the reader keeps them."""
    kept = {"muted": tie.muted, "restricted": tie.restricted, "own_words": tie.own_words}
    return {**brief(tie.friend), "since": tie.since, **kept}


def print_arrival(arrival: Arrival) -> dict[str, Any]:
    """Somebody who came in with a link of the reader's."""
    return {**brief(arrival.person), "until": arrival.ends_at}


def print_session(session: Session, *, current: Session) -> dict[str, Any]:
    """A signed-in device, as its person sees it."""
    return {
        "id": str(session.public_id), "device": session.device, "began_at": session.began_at,
        "used_on": session.used_on, "current": session.pk == current.pk,
    }  # fmt: skip


def print_invite(invite: Invite) -> dict[str, Any]:
    """An invite as its inviter sees it later: without the token, which is kept nowhere."""
    return {"id": str(invite.id), "expires_at": invite.expires_at}
