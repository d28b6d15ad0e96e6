"""Ana has given a letter away, and Ben keeps it."""

from datetime import timedelta

from mobile.app_core import Core
from mobile.store import outbox
from mobile.store.outbox import Kind
from tests.mobile.stage import DAY, TODAY, Stage

WORDS = "I was counting on you. I still am."
HOUR = timedelta(hours=1)


def lettered(stage: Stage, *, kept: int = 20) -> str:
    """Ana's habit with a letter Ben keeps, and yesterday empty: its card has not been seen yet."""
    habit = stage.habit(kept=kept, until=TODAY - DAY)
    stage.server.world.seat(habit, stage.ben, keeps=True)
    stage.server.world.blue[habit] = {"text": WORDS, "since": (stage.time.instant - 3 * DAY).isoformat()}
    stage.server.world.sweep()
    return habit


def miss_of(stage: Stage) -> str:
    (miss,) = stage.server.world.misses
    return miss


def may_open(stage: Stage) -> Core:
    """Two days later: Ben saw it and did nothing."""
    lettered(stage)
    stage.server.world.look_at_miss(stage.ben, miss_of(stage))
    stage.time.advance(2 * DAY + HOUR)
    return stage.synced(stage.ana)


def bytes_of(stage: Stage, person: str) -> bytes:
    """Everything that lies in this person's phone, the journal included."""
    folder = stage.folder / f"{person}-phone"
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def waiting(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]
