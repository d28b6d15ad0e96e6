"""The seasons of a habit as its row holds them, and as they stand once what is unsent has arrived."""

from dataclasses import replace
from datetime import date

from mobile.store.database import Body
from mobile.store.outbox import Command, Kind
from shared.seasons import Season, begin


def seasons_of(habit: Body) -> tuple[Season, ...]:
    """In their order; none in a row from before there were seasons."""
    return tuple(Season.from_json(row) for row in habit.get("seasons", []))


def after(habit: Body, command: Command) -> Body:
    """The habit once this command has been done."""
    return _renewed(habit, command) if command.kind is Kind.RENEW_SEASON else _changed(habit, command)


def _renewed(habit: Body, command: Command) -> Body:
    """The next season begins, and its seats are those that were asked for it, or that circles give."""
    begun = begin(int(command.target["season"]), date.fromisoformat(command.target["day"]))
    kept = command.body["circles"]
    seats = [*command.body["asked"], *(seat for seat in habit["seats"] if seat.get("circle") in kept)]
    return habit | {"seasons": [*habit.get("seasons", []), begun.to_json()], "seats": seats, "circles": kept}


def _changed(habit: Body, command: Command) -> Body:
    """The season is done, and nobody looks any more; or its gentle days are over."""
    number, day = int(command.target["season"]), date.fromisoformat(command.target["day"])
    is_done = command.body["choice"] == "done"

    def change(season: Season) -> Season:
        if season.number != number:
            return season
        return replace(season, closed_on=day) if is_done else replace(season, gentle_through=day)

    rows = [change(season).to_json() for season in seasons_of(habit)]
    return habit | {"seasons": rows} | ({"seats": []} if is_done else {})
