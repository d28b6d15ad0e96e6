"""Draw every screen without a display: `python -m tools.screenshots [--out DIR]`.

As tools/picture_plan.py says; with --only, some screens as the other options say; with --docs, the documents' pictures.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from tools.picture_plan import DOCS, Shot, plan
from tools.stage import offscreen_environment

OUT = Path("var/screenshots")
DOCS_PLACE, DOCS_DENSITY = Path("docs/pictures"), 1.5
INDEX = "pictures.json"
"""Says how each picture in the folder was drawn."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--density", type=float, default=2.0, help="pixels per dp")
    parser.add_argument("--width", type=int, default=390, help="in dp")
    parser.add_argument("--height", type=int, default=844, help="in dp")
    parser.add_argument("--text", type=float, default=1.0, help="magnify words, as people who need it do")
    parser.add_argument("--language", default="en")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="parts of names; without a plan")
    parser.add_argument("--docs", action="store_true", help="draw docs/pictures anew")
    chosen = parser.parse_args()
    if chosen.docs:
        _draw({name: Shot(scene, density=DOCS_DENSITY) for name, scene in DOCS.items()}, DOCS_PLACE, chosen.height)
        return
    names = _names()
    if chosen.only:
        looks = {"density": chosen.density, "width": chosen.width, "text": chosen.text, "language": chosen.language}
        shots = [Shot(name, **looks) for name in names if any(part in name for part in chosen.only)]
    else:
        shots = plan(names)
    _draw({shot.scene: shot for shot in shots}, chosen.out, chosen.height)
    (chosen.out / INDEX).write_text(json.dumps([asdict(shot) for shot in shots], indent=1) + "\n")


def _names() -> list[str]:
    """Kivy opens its window when it is imported: in a process of its own, too."""
    ask = [sys.executable, "-m", "tools.shooting.names"]
    told = subprocess.run(ask, env=offscreen_environment(), check=True, stdout=subprocess.PIPE, text=True)
    return told.stdout.split()


def _draw(shots: dict[str, Shot], out: Path, height: int) -> None:
    """A process for all that look alike: Kivy reads size and density once, when it is imported."""
    out.mkdir(parents=True, exist_ok=True)
    by_looks = groupby(sorted(shots.items(), key=lambda item: item[1].looks), key=lambda item: item[1].looks)
    for (width, density, text), alike in by_looks:
        asked = [asdict(shot) | {"name": name} for name, shot in alike]
        environment = offscreen_environment(width=width, height=height, density=density, text=text)
        command = [sys.executable, "-m", "tools.shooting", str(out)]
        subprocess.run(command, env=environment, input=json.dumps(asked), text=True, check=True)


if __name__ == "__main__":
    main()
