"""Takes the pictures asked for as JSON on its input; started by tools.screenshots with the right environment.

In German, or `mirrored`: from right to left with English words.
"""

import json
import sys
import tempfile
from pathlib import Path

from kivy.uix.widget import Widget

from mobile.ui.widgets.mirror import Mirror
from shared.languages import LANGUAGES, Language, speak
from tools.picture_plan import MIRRORED
from tools.shooting.camera import Camera
from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes


def _in_a_mirror(screen: Widget) -> Mirror:
    """As the app's own window is; in English it changes nothing."""
    mirror = Mirror(size=screen.size, size_hint=(None, None))
    screen.size_hint = (1, 1)
    mirror.add_widget(screen)
    return mirror


def main() -> None:
    out, asked = Path(sys.argv[1]), json.load(sys.stdin)
    LANGUAGES[MIRRORED] = Language("Mirrored", right_to_left=True)
    camera = Camera()
    with tempfile.TemporaryDirectory(prefix="kith-photos-") as folder:
        photos = SamplePhotos(Path(folder))
        by_network = {"on": scenes(photos), "off": scenes(photos, offline=True)}
        for one in asked:
            speak(one["language"])
            path = out / f"{one['name']}.png"
            camera.shoot(_in_a_mirror(by_network[one["network"]][one["scene"]]()), path)
            print(path, flush=True)


if __name__ == "__main__":
    main()
