"""Prints what can be drawn, by name: `python -m tools.shooting.names`."""

from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes

if __name__ == "__main__":
    # Photos are drawn when a scene is built: names need none.
    print(*sorted(scenes(SamplePhotos.__new__(SamplePhotos))), sep="\n")
