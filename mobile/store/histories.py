"""A habit of the owner's as the pure rules read it."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from mobile.store import instants
from mobile.store.database import Body
from mobile.store.own import Own
from mobile.store.seasons import seasons_of
from shared.days import PersonClock, habit_day
from shared.history import History, Mark, RestSpan
from shared.ids import instant_of
from shared.plans import Plan, Schedule, Version


def history_of(mine: Own, habit: Body) -> History:
    """As far back as `mine` was read."""
    versions = (
        Version(date.fromisoformat(v["valid_from"]), Schedule.from_json(v["schedule"])) for v in habit["versions"]
    )
    judged = habit["judged_through"]
    return History(
        clock=mine.clock,
        plan=Plan(
            date.fromisoformat(habit["starts_on"]),
            tuple(sorted(versions, key=lambda v: v.valid_from)),
            seasons=seasons_of(habit),
        ),
        marks=tuple(_mark(body) for body in mine.days(habit["id"]).values()),
        rests=tuple(_span(rest, mine.clock) for rest in mine.rests if rest["habit"] in (None, habit["id"])),
        grace=mine.grace,
        judged_through=date.fromisoformat(judged) if judged else None,
    )


def _mark(body: Body) -> Mark:
    amount = None if body["amount"] is None else Decimal(body["amount"])
    return Mark(date.fromisoformat(body["date"]), instants.from_text(body["captured_at"]), body["late"], amount)


def _span(rest: Body, clock: PersonClock) -> RestSpan:
    """The id was made at the tap: it says on which habit day the rest was set."""
    last, made_at = rest["last"], instant_of(UUID(rest["id"]))
    return RestSpan(
        date.fromisoformat(rest["first"]), date.fromisoformat(last) if last else None, habit_day(clock, made_at)
    )
