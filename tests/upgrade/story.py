"""What happened before the upgrade. Run by tools/landed.py inside an old version of this repository, with its code.

Two habits, a miss and a comeback, photos, answers, a rest, an undone day, a report and a block: a row in every table
that a person's life reaches. It ends in the middle of things: a day is open, a reminder is due, a fact is owed.
"""

import json
import os
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from server.people.models import Person  # noqa: E402
from server.people.sessions import open_session  # noqa: E402
from shared import clock, ids  # noqa: E402
from tests.server import world  # noqa: E402
from tests.server.awake import live  # noqa: E402
from tests.server.cast import Door, arrive, befriend, relay_all  # noqa: E402

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)
MISSED, CHEERED = {9, 10}, 11
"""Days of the story on which Ana does not show up, and the one on which Ben cheers before she comes back."""
DAYS = 14


def people() -> dict[str, Person]:
    cast = {name: arrive(name) for name in ("Ana", "Ben", "Cleo", "Dan")}
    for name in ("Ben", "Cleo", "Dan"):
        befriend(cast["Ana"], cast[name])
    Person.objects.create_superuser("host@example.org", "a long secret of the host", name="Host")
    return cast


def live_through(time: clock.StoppedClock, cast: dict[str, Person], doors: dict[str, Door]) -> dict[str, str]:
    ana, ben, cleo = doors["Ana"], doors["Ben"], doors["Cleo"]
    run = world.promise(ana, reminders=[480])["id"]
    read = world.promise(
        ana, title="Read", icon="book",
        schedule={"frequency": "per_week", "times": 3, "measure": "at_least", "target": "10", "unit": "pages"},
    )["id"]  # fmt: skip
    world.take_seat(ana, ben, cast["Ben"].id, run)
    world.take_seat(ana, cleo, cast["Cleo"].id, run, "gallery")
    for n in range(DAYS):
        today = date(2026, 11, 2) + n * DAY
        if n == CHEERED:
            miss = next(habit["miss"] for habit in ana.get("/today").json()["habits"] if habit["id"] == run)
            done(ben.put(f"/misses/{miss['id']}/answer", json={"kind": "cheer", "preset": "hug"}))
        if n not in MISSED:
            one_day(ana, ben, run, today, with_photo=n % 4 == 0)
        if n % 3 == 0:
            world.check_in(ana, read, today, amount="12.5")
        relay_all()
        live(time, START + (n + 1) * DAY)
    return {"run": run, "read": read}


def done(response: Any) -> None:
    assert response.status_code < 300, response.content


def one_day(ana: Door, ben: Door, run: str, today: date, *, with_photo: bool) -> None:
    photos = [world.put_photo(ana).json()["id"]] if with_photo else []
    world.check_in(ana, run, today, photos=photos, caption=f"On {today}")
    world.look(ben, run, today)
    world.react(ben, run, today, "fire")


def leave_things_open(cast: dict[str, Person], doors: dict[str, Door], run: str, read: str) -> None:
    ana, today = doors["Ana"], clock.now().date()
    world.check_in(ana, read, today, amount="3")
    world.undo(ana, read, today)
    world.rest(ana, today + 5 * DAY, today + 6 * DAY)
    done(ana.put(f"/blocks/{cast['Dan'].id}"))
    done(ana.post("/invites"))
    report = {"subject": "person", "subject_id": str(cast["Ana"].id), "reason": "harm", "note": "A note"}
    done(doors["Ben"].put(f"/reports/{ids.uuid7()}", json=report))
    world.check_in(ana, run, today)
    world.react(doors["Cleo"], run, today, "proud")


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    with clock.stopped_at(START) as time:
        cast = people()
        doors = {name: Door(open_session(person)) for name, person in cast.items()}
        habits = live_through(time, cast, doors)
        leave_things_open(cast, doors, **habits)
        today = doors["Ana"].get("/today").json()
        calendar = doors["Ana"].get(f"/habits/{habits['run']}/calendar?from=2026-11-01&to=2026-11-30").json()
        told = {
            "at": clock.now().isoformat(), "habits": habits, "today": today, "calendar": calendar,
            "tokens": {name: door.token for name, door in doors.items()},
        }  # fmt: skip
    sys.stdout.write(json.dumps(told, indent=1, sort_keys=True))


main()
