"""Measures and prints `bench <name> <median> <min> <max>`: `python -m bench [--only app] [--rounds 5] [--json FILE]`.

SCALE=small makes a quick look of it. No figure is a test: a busy machine must fail nobody's build.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path

from bench.registry import Figure
from bench.rooms import NAMES, room
from bench.rounds import Result, run

OUT = Path("var/bench")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", choices=NAMES, action="append", help="one room of figures; said again: one more")
    parser.add_argument("--figure", action="append", help="one figure, by name")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the JSON")
    chosen = parser.parse_args()
    small = os.environ.get("SCALE") == "small"
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name in chosen.only or NAMES:
        results = _measure(name, chosen.figure, rounds=chosen.rounds, small=small)
        (chosen.out / f"{name}.json").write_text(json.dumps([_told(one) for one in results], indent=1) + "\n")


def _measure(name: str, wanted: list[str] | None, *, rounds: int, small: bool) -> list[Result]:
    measured, here = [], room(name)
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as place:
        folder = Path(place)
        here.prepare(folder, small)
        figures = [figure for figure in here.figures(folder) if wanted is None or figure.name in wanted]
        for result in run(figures, rounds=rounds, environment=here.environment(folder)):
            print(_line(result), flush=True)
            measured.append(result)
    return measured


def _line(result: Result) -> str:
    aim = _aim(result.figure)
    low, high = min(result.ratios), max(result.ratios)
    words = f"bench {result.figure.name} {result.middle:.2f} {low:.2f} {high:.2f}"
    return words if result.is_met else f"{words}  # not met: {aim}"


def _aim(figure: Figure) -> str:
    return f"at most {figure.most}" if figure.most is not None else f"at least {figure.least}"


def _told(result: Result) -> dict[str, object]:
    return {
        "name": result.figure.name, "median": result.middle, "min": min(result.ratios), "max": max(result.ratios),
        "rounds": list(result.ratios), "aim": _aim(result.figure), "met": result.is_met,
    }  # fmt: skip


if __name__ == "__main__":
    main()
