"""Show every widget in every mood: `python -m tools.gallery [--draw FILE]`."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.gallery.window import GalleryApp
from tools.shooting.photos import SamplePhotos
from tools.stage import offscreen_environment


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.gallery", description=__doc__)
    parser.add_argument("--draw", type=Path, metavar="FILE", help="no window: one picture of all of it")
    parser.add_argument("--text", type=float, default=1.0, help="magnify words in the picture")
    chosen = parser.parse_args()
    if chosen.draw:
        # A process of its own: Kivy reads size and density once, when it is imported.
        environment = offscreen_environment(width=390, height=844, text=chosen.text)
        command = [sys.executable, "-m", "tools.gallery.picture", str(chosen.draw)]
        raise SystemExit(subprocess.run(command, env=environment, check=False).returncode)
    with tempfile.TemporaryDirectory(prefix="kith-gallery-") as folder:
        GalleryApp(SamplePhotos(Path(folder))).run()


if __name__ == "__main__":
    main()
