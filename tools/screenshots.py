"""Draw every screen in every mood, without a display: `python -m tools.screenshots [--out DIR]`."""

import argparse
import subprocess
import sys
from pathlib import Path

from tools.stage import offscreen_environment

OUT = Path("var/screenshots")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--density", type=float, default=2.0, help="pixels per dp")
    parser.add_argument("--width", type=int, default=390, help="in dp")
    parser.add_argument("--height", type=int, default=844, help="in dp")
    parser.add_argument("--text", type=float, default=1.0, help="magnify words, as people who need it do")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    environment = offscreen_environment(
        width=chosen.width, height=chosen.height, density=chosen.density, text=chosen.text
    )
    # A process of its own: Kivy reads size and density once, when it is imported.
    command = [sys.executable, "-m", "tools.shooting", str(chosen.out), *chosen.only]
    raise SystemExit(subprocess.run(command, env=environment, check=False).returncode)


if __name__ == "__main__":
    main()
