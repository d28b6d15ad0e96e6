"""Which picture is drawn how: every screen in every mood once, all else pairwise, at most 150 in all.

A width that clips large words clips them on whatever screen has many of them: what matters is that every width meets
every text size, every text size the night, and so on. An axis joins by one line in AXES, or in `_given` where a screen
has it by its nature.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle, groupby

from allpairspy import AllPairs

from shared.languages import LANGUAGES

MIRRORED = "mirrored"
"""Not a language: English from right to left."""
AXES: dict[str, tuple[object, ...]] = {
    "width": (390, 360, 430), "density": (2.0, 1.0, 3.0), "text": (1.0, 1.3, 2.0), "language": (*LANGUAGES, MIRRORED),
}  # fmt: skip
"""Widths in dp, pixels a dp, how much larger words are. The usual value first."""
NETWORK = ("on", "off")
LIGHT = ("day", "night")
MOST = 150
BY_REQUEST = (
    "_wordy", "_wordy_tick", "_wordy_waiting", "_news_long", "_loading", "_busy", "_looking", "_plain", "_told",
    "_paper",
)  # fmt: skip
"""Ends of names of screens that differ from another in their words or in a step: `--only NAME` draws them."""
DOCS = {
    "accepting": "crowd", "answered_with_a_face": "today_faced", "asked_for_an_answer": "feed_relay",
    "beside_today": "today_beside", "cheer_of_ones_own": "rounds_miss_own", "commented": "today_commented",
    "gold_letter": "gold_letter", "habit_page": "habit", "habit_page_day": "habit_day", "habit_page_foot": "habit_foot",
    "hard_time": "hard_time", "letter_asks": "today_letter_asks", "letter_burning": "letter_burning",
    "letter_on_its_way": "today_letter", "quiet_settings": "me", "replay": "replay", "side_by_side": "side_by_side",
    "started_beside": "today_beside_started", "today_cold": "today_cold", "today_waiting": "today_waiting",
    "today_warm": "today_warm", "witness_card": "rounds_miss", "writing_a_letter": "write_blue",
    "what_comes_first": "first",
    "writing_a_line": "writing_a_line",
}  # fmt: skip
"""Pictures in docs/pictures, and what they show: `--docs` draws them anew."""


@dataclass(frozen=True, slots=True)
class Shot:
    scene: str
    width: int = 390
    density: float = 2.0
    text: float = 1.0
    network: str = NETWORK[0]
    light: str = LIGHT[0]
    language: str = "en"

    @property
    def looks(self) -> tuple[int, float, float]:
        """What a process is started with: Kivy reads it once."""
        return self.width, self.density, self.text


def plan(scenes: Iterable[str]) -> list[Shot]:
    """In order of `looks`. The same names give the same plan."""
    drawn = sorted((scene for scene in scenes if not scene.endswith(BY_REQUEST)), key=lambda name: (_given(name), name))
    shots = [shot for _, alike in groupby(drawn, key=_given) for shot in _spread(list(alike))]
    return sorted(shots, key=lambda shot: (shot.looks, shot.scene))


def _given(scene: str) -> tuple[bool, str]:
    """Whether it can be told that there is no network, and its light."""
    return scene.startswith("today_"), LIGHT[scene.endswith("_night")]


def _spread(scenes: list[str]) -> Iterator[Shot]:
    """All rows in turn, so that each is met as often as the next."""
    has_network, light = _given(scenes[0])
    axes = AXES | ({"network": NETWORK} if has_network else {})
    rows = [row._asdict() for row in AllPairs(OrderedDict(axes))]
    for scene, row in zip(scenes, cycle(rows), strict=False):
        yield Shot(scene, light=light, **row)
