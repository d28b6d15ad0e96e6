"""Takes the pictures; started by tools.screenshots with the right environment.

KITH_LANGUAGE=de takes them in German, KITH_LANGUAGE=mirrored from right to left with English words.
"""

import os
import sys
import tempfile
from pathlib import Path

from kivy.uix.widget import Widget

from mobile.ui.widgets.mirror import Mirror
from shared.languages import ENGLISH, LANGUAGES, Language, speak
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
    out, only = Path(sys.argv[1]), sys.argv[2:]
    LANGUAGES["mirrored"] = Language("Mirrored", right_to_left=True)
    speak(os.environ.get("KITH_LANGUAGE", ENGLISH))
    camera = Camera()
    with tempfile.TemporaryDirectory(prefix="kith-photos-") as folder:
        for name, build in scenes(SamplePhotos(Path(folder))).items():
            if not only or any(part in name for part in only):
                camera.shoot(_in_a_mirror(build()), out / f"{name}.png")
                print(out / f"{name}.png", flush=True)


if __name__ == "__main__":
    main()
