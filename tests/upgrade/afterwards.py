"""The days after an upgrade, in a process of their own: old people use the new Kith, and its sweeps run.

Its last line is what its API says at the instant the old version stopped, and three days later.
"""

import json
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db.models import Model  # noqa: E402

from server.habits.models import Habit, Miss  # noqa: E402
from server.kernel.models import Fact  # noqa: E402
from server.notifications.models import Delivery  # noqa: E402
from server.notifications.sender import send_due_deliveries  # noqa: E402
from shared import clock  # noqa: E402
from tests.server import world  # noqa: E402
from tests.server.awake import live  # noqa: E402
from tests.server.cast import Door, relay_all  # noqa: E402

AFTER = timedelta(days=3, hours=4)


def read(door: Door, path: str) -> Any:
    answer = door.get(path)
    assert answer.status_code == 200, (path, answer.content)
    return answer.json()


def waiting(model: type[Model]) -> int:
    return model._default_manager.filter(next_at__lte=clock.now()).count()


def main(told: dict[str, Any]) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    doors = {name: Door(token) for name, token in told["tokens"].items()}
    ana, run = doors["Ana"], told["habits"]["run"]
    month = f"/habits/{run}/calendar?from=2026-11-01&to=2026-11-30"
    with clock.stopped_at(datetime.fromisoformat(told["at"])) as time:
        seen: dict[str, Any] = {"today": read(ana, "/today"), "calendar": read(ana, month)}
        seen |= {"rounds": read(doors["Ben"], "/rounds"), "changes": read(ana, "/changes")}
        live(time, time.instant + AFTER)
        relay_all()
        while send_due_deliveries(now=clock.now()):
            pass
        seen["misses"] = Miss.objects.filter(habit_id=run).count()
        seen["waiting"] = {model.__name__: waiting(model) for model in (Fact, Delivery, Habit)}
        seen["unasked"] = world.check_in(ana, run, clock.now().date()).status_code
        seen["agreed"] = ana.put("/me/terms", {"version": 1}).status_code
        seen["posted"] = world.check_in(ana, run, clock.now().date()).status_code
        seen["later"] = read(ana, month)
    sys.stdout.write("\n" + json.dumps(seen))


main(json.loads(Path(sys.argv[1]).read_text()))
