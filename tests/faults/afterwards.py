"""What holds after every fault: nothing acknowledged is lost, nothing happened twice, nothing is owed for ever."""

import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from mobile.api.answers import Done
from mobile.app_core import Core
from mobile.store.database import Store
from mobile.sync.pulling import pull_own
from server.habits.models import CheckIn, CheckInPhoto, Habit, Miss, ReminderTime, Seat
from server.kernel.models import Fact
from server.leaving.models import Export
from server.leaving.services import making
from server.media import cleanup, storage
from server.media.models import Photo
from server.notifications.models import Delivery, Notice
from server.people.models import Friendship, Person
from server.responses.models import Look, MissAnswer, MissLook, Reaction
from tests.faults.stage import Stage
from tests.journeys.phones import PATIENCE

DAY = re.compile(r"/api/v1/habits/([0-9a-f-]{36})/days/(\d{4}-\d\d-\d\d)")
PHOTO = re.compile(r"/api/v1/photos/([0-9a-f-]{36})")
LONG_AFTER = datetime(2100, 1, 1, tzinfo=UTC)
"""Files carry the time of the machine, not of the story: by then all of them are old."""
OWN = ("habits", "check_ins", "rests", "misses")
World = dict[str, Counter[Any]]


def world() -> World:
    """What people have done and been told, by names: the same after the same story, whatever happened on the way."""
    rows: dict[str, Any] = {
        "people": Person.objects.values_list("name"),
        "friends": Friendship.objects.values_list("person__name", "friend__name"),
        "habits": Habit.objects.values_list("owner__name", "title", "judged_through", "next_at"),
        "reminders": ReminderTime.objects.values_list("minute", "rung_on", "next_at"),
        "seats": Seat.objects.values_list("person__name", "role", "state", "ended_at"),
        "check-ins": CheckIn.objects.values_list("owner__name", "date", "caption", "late", "extra", "undone_at"),
        "photos": Photo.objects.values_list("owner__name", "state"),
        "slots": CheckInPhoto.objects.values_list("check_in__date", "n", "photo__state"),
        "looks": Look.objects.values_list("person__name", "check_in__date"),
        "reactions": Reaction.objects.values_list("person__name", "kind"),
        "misses": Miss.objects.values_list("date", "state", "returned_on", "closed_at", "opens_at"),
        "looks at misses": MissLook.objects.values_list("person__name", "miss__date"),
        "answers to misses": MissAnswer.objects.values_list("person__name", "kind", "preset"),
        "exports": Export.objects.values_list("person__name", "state", "progress"),
        "facts": Fact.objects.values_list("kind"),
        "notices": Notice.objects.values_list("recipient__name", "kind"),
        "deliveries": Delivery.objects.values_list("notice__kind", "channel", "state"),
    }
    return {what: Counter(found) for what, found in rows.items()}


def rung(stage: Stage) -> Counter[str]:
    """What the one channel that leaves the house has said, line by line."""
    logs = [path.read_text() for path in stage.data.glob("worker*.log")]
    return Counter(line for log in logs for line in log.splitlines() if line.startswith("[kith] "))


def assert_nothing_lost_or_doubled(
    stage: Stage, *, like: World, said: Counter[str], died_sending: bool = False
) -> None:
    """`like` and `said` are of the undisturbed story. `died_sending`: a worker may have died between sending a line
    and remembering it; then, and only then, that line may have been said twice.
    """
    for phone in (stage.ana, stage.ben):
        if phone.core.signed_in and phone.unsent:
            phone.sync()
    stage.settle()
    _assert_accepted_is_there(stage)
    _assert_said(rung(stage), said, twice=1 if died_sending else 0)
    found = world()
    differing = {
        what: (found[what] - like[what], like[what] - found[what]) for what in like if found[what] != like[what]
    }
    assert not differing, f"too much, too little: {differing}"
    _assert_photos_and_files_agree()
    _assert_exports_and_files_agree()
    _assert_phones_agree(stage)


def _assert_accepted_is_there(stage: Stage) -> None:
    accepted = {path for method, path, status in stage.network.heard if method == "PUT" and 200 <= status < 300}
    days = {(UUID(found[1]), date.fromisoformat(found[2])) for path in accepted if (found := DAY.fullmatch(path))}
    assert days <= set(CheckIn.objects.filter(undone_at=None).values_list("habit_id", "date"))
    photos = {UUID(found[1]) for path in accepted if (found := PHOTO.fullmatch(path))}
    assert photos <= set(Photo.objects.filter(state="ready").values_list("id", flat=True))


def _assert_said(found: Counter[str], said: Counter[str], *, twice: int) -> None:
    unsaid, doubled = said - found, found - said
    assert not unsaid, f"never said: {unsaid}, but {found}"
    assert set(found) == set(said)
    assert max(doubled.values(), default=0) <= twice, doubled


def _assert_photos_and_files_agree() -> None:
    cleanup.remove_files_without_rows(now=LONG_AFTER)
    wanted = {
        storage.name_of(photo.id, photo.sha256, size)
        for photo in Photo.objects.filter(state="ready") for size in storage.SIZES
    }  # fmt: skip
    assert photo_files() == wanted


def photo_files() -> set[str]:
    """Every file in the private folder, whole or half."""
    root = Path(settings.PHOTO_ROOT)
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def _assert_exports_and_files_agree() -> None:
    making.remove_stray_files(now=LONG_AFTER)
    ready = {f"{export.hex}.zip" for export in Export.objects.filter(state="ready").values_list("id", flat=True)}
    assert {path.name for path in Path(settings.EXPORT_ROOT).rglob("*")} == ready


def _assert_phones_agree(stage: Stage) -> None:
    """Nothing unsent, nothing refused; and what changes made of a phone is what a new phone is told at once."""
    for phone in (stage.ana, stage.ben):
        assert _dump(phone.core.store, "outbox") == []
        if phone.core.signed_in:
            fresh = stage.another_phone(phone)
            assert _own_rows(phone.core) == _own_rows(fresh.core)
            fresh.core.close()


def _own_rows(core: Core) -> dict[str, list[tuple[Any, ...]]]:
    """Asked again as a phone does: the fault may strike this very reading, which commits that somebody looked."""
    assert any(isinstance(pull_own(core.store, core.phone.api), Done) for _ in range(PATIENCE))
    return {noun: _dump(core.store, noun) for noun in OWN}


def _dump(store: Store, table: str) -> list[tuple[Any, ...]]:
    with store.read() as db:
        return [tuple(row) for row in db.execute(f"SELECT * FROM {table} ORDER BY 1")]
