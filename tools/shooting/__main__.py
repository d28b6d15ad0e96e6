"""Takes the pictures; started by tools.screenshots with the right environment."""

import sys
import tempfile
from pathlib import Path

from tools.shooting.camera import Camera
from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes


def main() -> None:
    out, only = Path(sys.argv[1]), sys.argv[2:]
    camera = Camera()
    with tempfile.TemporaryDirectory(prefix="kith-photos-") as folder:
        for name, build in scenes(SamplePhotos(Path(folder))).items():
            if not only or any(part in name for part in only):
                camera.shoot(build(), out / f"{name}.png")
                print(out / f"{name}.png", flush=True)


if __name__ == "__main__":
    main()
