"""The phone's four figures, drawn without a display by Mesa's software renderer."""

from pathlib import Path

from bench.app.seed import TEN_YEARS, Size, long_store, warm_store
from bench.registry import Contender, Figure, Room
from tools.stage import offscreen_environment

_SMALL = Size(habits=2, days=60)


def _figures(folder: Path) -> list[Figure]:
    warm, long = str(folder / "warm"), str(folder / "long")
    feed, bare_list = Contender("bench.app.feed", (warm,)), Contender("bench.baselines.bare_list", (warm,))
    return [
        Figure(
            "app_first_frame_vs_bare_kivy", Contender("bench.app.first_frame", (warm,)),
            Contender("bench.baselines.bare_window"), of="seconds", most=1.6,
        ),
        Figure("app_scroll_fps_vs_bare_list", feed, bare_list, of="fps", least=0.8),
        Figure("app_memory_vs_bare_list", feed, bare_list, of="resident", most=1.3),
        Figure(
            "today_from_store_vs_select", Contender("bench.app.today", (long,)),
            Contender("bench.baselines.selects", (long,)), of="seconds", most=5,
        ),
    ]  # fmt: skip


def _prepare(folder: Path, small: bool) -> None:
    warm_store(folder / "warm", feed=10 if small else 200)
    long_store(folder / "long", _SMALL if small else TEN_YEARS)


def _environment(folder: Path) -> dict[str, str]:
    """The same for both: a window of 390 by 844, as many frames as there is time for, no files of Kivy's own."""
    return offscreen_environment() | {
        "KIVY_HOME": str(folder / "kivy"), "KIVY_NO_ARGS": "1", "KIVY_NO_CONFIG": "1", "KIVY_NO_FILELOG": "1",
        "KIVY_CLIPBOARD": "sdl2", "KCFG_KIVY_LOG_LEVEL": "warning",
    }  # fmt: skip


ROOM = Room(_figures, _prepare, _environment)
