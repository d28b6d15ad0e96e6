"""Today of each habit as the app draws it: read from the store, folded, and put into words. Seconds a habit.

The second pass is measured, as in the baseline: the file's pages are in memory, and nothing else is.
"""

import time
from pathlib import Path

from mobile.app_core import Core, build_core

NOWHERE = "http://127.0.0.1:9"


def measure(_begun: float, folder: str) -> dict[str, float]:
    core = build_core(data_dir=Path(folder), transport_or_base_url=NOWHERE)
    try:
        _pass(core)
        return {"seconds": _pass(core)}
    finally:
        core.close()


def _pass(core: Core) -> float:
    today, seconds = core.today, 0.0
    habits = [tab.habit_id for tab in today.state.tabs]
    for habit in habits:
        today.select_habit(habit)
        begun = time.perf_counter()
        today.redraw()
        seconds += time.perf_counter() - begun
    return seconds / len(habits)
