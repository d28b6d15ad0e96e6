"""Takes a short clip apart: a moving GIF or WebP becomes a few clean pictures, evenly spaced, to be leafed through."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from mobile.device.photo_prep import as_jpeg, opened, upright
from mobile.device.protocols import ClipReader
from mobile.files import write_whole
from shared import limits
from shared.codes import Code, Refused

LONGEST_SIDE = 1280
"""Pixels of a clip's pictures: twelve of them travel together."""
READ_MOST = 600
"""Pictures looked at from the beginning, about a minute of a clip: a longer one shows only how it begins."""
VIDEOS = {".mp4": "MP4", ".mov": "MOV", ".m4v": "M4V", ".webm": "WebM", ".mkv": "MKV", ".avi": "AVI", ".3gp": "3GP"}


def prepare_clip(source: Path, target_of: Callable[[int], Path], *, videos: ClipReader | None = None) -> int:
    """Write the pictures of a clip and answer how many there are, at least one, at most ANCHOR_FRAMES_MAX.

    `target_of` says where picture n goes; `videos` takes video files apart, where this machine can. A picture that
    doesn't move is a clip of one. Raises Refused with a photo code; then nothing is written.
    """
    frames = _of_video(source, videos) if source.suffix.lower() in VIDEOS else _of_picture(source)
    for n, content in enumerate(frames):
        write_whole(content, target_of(n))
    return len(frames)


def spread(count: int, most: int) -> list[int]:
    """At most `most` places among `count`, evenly spaced and in order, from the first on."""
    kept = min(count, most)
    return [number * count // kept for number in range(kept)]


def _of_picture(source: Path) -> list[bytes]:
    with opened(source) as image:
        return list(_stills(image))


def _stills(image: Image.Image) -> Iterator[bytes]:
    count = min(getattr(image, "n_frames", 1), READ_MOST)
    for place in spread(count, limits.ANCHOR_FRAMES_MAX):
        image.seek(place)
        yield as_jpeg(upright(image, longest=LONGEST_SIDE))[0]


def _of_video(source: Path, videos: ClipReader | None) -> list[bytes]:
    """Every picture the reader took out is cleaned like any other; its folder goes at once."""
    if videos is None:
        raise Refused(Code.PHOTO_UNSUPPORTED, VIDEOS[source.suffix.lower()])
    with tempfile.TemporaryDirectory(prefix="kith-clip-") as folder:
        stills = videos.read(source, limits.ANCHOR_FRAMES_MAX, Path(folder))[: limits.ANCHOR_FRAMES_MAX]
        if not stills:
            raise Refused(Code.PHOTO_NOT_AN_IMAGE)
        return [_of_picture(still)[0] for still in stills]
