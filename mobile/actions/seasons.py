"""What the owner says at a season's end, and doing without its gentle days."""

from collections.abc import Sequence
from datetime import date, datetime

from mobile.store import outbox, own
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from mobile.store.seasons import seasons_of
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.moods import Role
from shared.plans import Schedule
from shared.schedule import next_version_day
from shared.seasons import Season, standing, without_gentle_days


def renew_season(
    store: Store,
    *,
    habit_id: str,
    picked: Sequence[Body],
    now: datetime,
    circles: Sequence[str] = (),
    schedule: Schedule | None = None,
) -> None:
    """Begin the next season today. `picked` are seats as the habit's row holds them: those asked anew.

    `circles` are ids of those to which it is shown on.

    Lighter: the schedule from the next day or period on. Raises Refused: not_found, season_runs.
    """
    with store.write() as db:
        habit, season, today = _over(own.read(db), habit_id, now)
        asked = [{"person": seat["person"], "role": seat["role"], "state": "invited"} for seat in picked]
        body: Body = {"asked": asked, "circles": list(circles)}
        for name, role in (("witnesses", Role.WITNESS), ("gallery", Role.GALLERY)):
            body[name] = [seat["person"]["id"] for seat in asked if seat["role"] == role.value]
        target = {"habit": habit_id, "season": str(season.number + 1), "day": today.isoformat()}
        if schedule is not None:
            body["schedule"] = schedule.to_json()
            target["valid_from"] = next_version_day(Schedule.from_json(habit["schedule"]), today).isoformat()
        outbox.add(db, kind=Kind.RENEW_SEASON, target=target, body=body, title=habit["title"], at=now)


def finish_season(store: Store, *, habit_id: str, now: datetime) -> None:
    """Done: the habit goes on alone, and nobody is told. Raises Refused: not_found, season_runs."""
    with store.write() as db:
        habit, season, today = _over(own.read(db), habit_id, now)
        target = {"habit": habit_id, "season": str(season.number), "day": today.isoformat()}
        outbox.add(db, kind=Kind.CHANGE_SEASON, target=target, body={"choice": "done"}, title=habit["title"], at=now)


def begin_in_earnest(store: Store, *, habit_id: str, now: datetime) -> None:
    """No gentle days from tomorrow on. Raises Refused(not_found)."""
    with store.write() as db:
        habit, season, today = _latest(own.read(db), habit_id, now)
        through = without_gentle_days(season, today).gentle_through
        if through == season.gentle_through:
            return
        target = {"habit": habit_id, "season": str(season.number), "day": through.isoformat()}
        body = {"choice": "in_earnest"}
        outbox.add(db, kind=Kind.CHANGE_SEASON, target=target, body=body, title=habit["title"], at=now)


def _over(mine: own.Own, habit_id: str, now: datetime) -> tuple[Body, Season, date]:
    habit, season, today = _latest(mine, habit_id, now)
    if standing(seasons_of(habit), max(today, season.first)).runs:
        raise Refused(Code.SEASON_RUNS)
    return habit, season, today


def _latest(mine: own.Own, habit_id: str, now: datetime) -> tuple[Body, Season, date]:
    habit = mine.habit(habit_id)
    seasons = seasons_of(habit) if habit else ()
    if habit is None or not seasons:
        raise Refused(Code.NOT_FOUND)
    return habit, seasons[-1], habit_day(mine.clock, now)
