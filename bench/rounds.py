"""Runs the contenders in turn, A B A B, so that whatever else the machine does falls on both alike."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from bench.registry import Contender, Figure

_PATIENCE = 300
"""Seconds one contender may take."""


@dataclass(frozen=True, slots=True)
class Result:
    """The ratios of all rounds, in order."""

    figure: Figure
    ratios: tuple[float, ...]

    @property
    def middle(self) -> float:
        return median(self.ratios)

    @property
    def is_met(self) -> bool:
        most, least = self.figure.most, self.figure.least
        return (most is None or self.middle <= most) and (least is None or self.middle >= least)


def run(figures: list[Figure], *, rounds: int, environment: dict[str, str]) -> Iterator[Result]:
    """Figures of the same two contenders are measured in the same processes. One more round first, to warm the disk."""
    for pair in dict.fromkeys((figure.ours, figure.theirs) for figure in figures):
        sharing = [figure for figure in figures if (figure.ours, figure.theirs) == pair]
        measured = [tuple(_measured(one, environment) for one in pair) for _ in range(rounds + 1)][1:]
        for figure in sharing:
            yield Result(figure, tuple(ours[figure.of] / theirs[figure.of] for ours, theirs in measured))


def _measured(contender: Contender, environment: dict[str, str]) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.one", contender.module, *contender.arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    if done.returncode:
        raise RuntimeError(f"{contender.module} did not finish:\n{done.stderr[-2000:]}")
    last: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return last
