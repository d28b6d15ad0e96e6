"""Single pictures out of a video: Android reads what its own camera wrote."""

from pathlib import Path
from typing import Any

from mobile.device.android.platform import Platform
from shared.codes import Code, Refused

_SCALED_SINCE = 27
_LONGEST_SIDE = 1280
"""Pixels. Whole pictures of a 4K video would take 33 MB each."""
_QUALITY = 90


class AndroidClips:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._retrievers = platform.java("android.media.MediaMetadataRetriever")

    def read(self, video: Path, most: int, folder: Path) -> list[Path]:
        """At most `most` of them, evenly spaced, written into `folder`. Raises Refused where it can't read this one."""
        retriever = self._retrievers()
        try:
            retriever.setDataSource(str(video))
            microseconds = 1000 * int(retriever.extractMetadata(self._retrievers.METADATA_KEY_DURATION) or 0)
            times = [number * microseconds // most for number in range(most)] if microseconds else [0]
            stills = [self._still(retriever, at, folder / f"{number:03}.jpg") for number, at in enumerate(times)]
        except self._platform.libraries.jnius.JavaException as error:
            raise Refused(Code.PHOTO_UNSUPPORTED, video.suffix.lstrip(".").upper()) from error
        finally:
            retriever.release()
        return [still for still in stills if still is not None]

    def _still(self, retriever: Any, at: int, target: Path) -> Path | None:
        """The picture shown `at` so many microseconds; none where the video has ended by then."""
        near = self._retrievers.OPTION_CLOSEST
        if self._platform.sdk >= _SCALED_SINCE:
            bitmap = retriever.getScaledFrameAtTime(at, near, _LONGEST_SIDE, _LONGEST_SIDE)
        else:
            bitmap = retriever.getFrameAtTime(at, near)
        if bitmap is None:
            return None
        out = self._platform.java("java.io.FileOutputStream")(str(target))
        bitmap.compress(self._platform.java("android.graphics.Bitmap$CompressFormat").JPEG, _QUALITY, out)
        out.close()
        bitmap.recycle()
        return target
