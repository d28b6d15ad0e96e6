"""Video files on a desktop: nothing here can read them, and it says so by name."""

from pathlib import Path

from mobile.device.clip_prep import VIDEOS
from shared.codes import Code, Refused


class DesktopClips:
    """Reading videos takes a decoder this app doesn't carry. A moving GIF or WebP needs none."""

    def read(self, video: Path, _most: int, _folder: Path) -> list[Path]:
        raise Refused(Code.PHOTO_UNSUPPORTED, VIDEOS.get(video.suffix.lower(), video.suffix))
