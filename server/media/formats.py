"""What a file is, told by its first bytes and never by its name; and the only place that sets Pillow up."""

from typing import BinaryIO

import pillow_heif
from PIL import Image

from shared import limits
from shared.codes import Code, Refused

HEAD = 1024
"""Bytes read to recognise a file."""
CHUNK = 64 * 1024
JPEG_PASSES_MAX = 500
"""Cameras make about ten. Film or metadata packed into a photo holds the marker by chance, at most some 300 times."""
_START_OF_SCAN = b"\xff\xda"

_ACCEPTED = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
_REFUSED = {
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"II+\x00": "TIFF",
    b"MM\x00+": "TIFF",
    b"BM": "BMP",
    b"8BPS": "Photoshop",
    b"%PDF": "PDF",
    b"\x00\x00\x01\x00": "ICO",
    b"\xff\x0a": "JPEG XL",
    b"\x00\x00\x00\x0cJXL ": "JPEG XL",
    b"\x00\x00\x00\x0cjP  ": "JPEG 2000",
}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}


def set_up_pillow() -> None:
    """Teach Pillow HEIC and our bound on pixels. Called once, by the process that decodes."""
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    # The second line of defence: Pillow itself stops at twice this. Ours comes first and is exact.
    Image.MAX_IMAGE_PIXELS = limits.PHOTO_PIXELS_MAX


def recognise(file: BinaryIO) -> str:
    """Pillow's name of an accepted format. Raises Refused: photo_unsupported (naming it) or photo_not_an_image."""
    head = file.read(HEAD)
    file.seek(0)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    for magic, name in _ACCEPTED.items():
        if head.startswith(magic):
            return name
    refused = _boxed_kind(head) or _refused_kind(head)
    if refused == "HEIF":
        return refused
    if refused:
        raise Refused(Code.PHOTO_UNSUPPORTED, f"Kith can't read {refused}. JPEG, PNG, WebP and HEIC work.")
    raise Refused(Code.PHOTO_NOT_AN_IMAGE)


def check_passes(file: BinaryIO) -> None:
    """Refuse a JPEG of absurdly many scans: each costs a walk over the whole picture, though it has hardly any bytes.

    Raises Refused(photo_unsupported).
    """
    passes, last = 0, b""
    while chunk := file.read(CHUNK):
        passes += (last + chunk).count(_START_OF_SCAN)
        last = chunk[-1:]
    file.seek(0)
    if passes > JPEG_PASSES_MAX:
        raise Refused(Code.PHOTO_UNSUPPORTED, "Kith can't read a JPEG of that many passes.")


def _boxed_kind(head: bytes) -> str:
    """HEIF, AVIF and films share a container; its brands tell them apart."""
    if head[4:8] != b"ftyp":
        return ""
    length = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, length - 3, 4))}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    return "HEIF" if brands & _HEIC_BRANDS else "video"


def _refused_kind(head: bytes) -> str:
    for magic, name in _REFUSED.items():
        if head.startswith(magic):
            return name
    return "SVG" if b"<svg" in head.lower() else ""
