"""Bytes from the network into a nameless temporary file, counted and digested on the way."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

from server.media import storage
from shared import limits
from shared.codes import Code, Refused

CHUNK = 64 * 1024


class Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


@contextmanager
def received(stream: Stream, *, sha256: str) -> Iterator[BinaryIO]:
    """The upload as a file, gone when the block ends: the original with its metadata never stays on disk.

    Raises Refused with photo_too_large as soon as the bound is passed, photo_digest_mismatch when bytes changed.
    """
    with tempfile.TemporaryFile(dir=storage.root()) as file:
        if _copy(stream, file) != sha256:
            raise Refused(Code.PHOTO_DIGEST_MISMATCH)
        file.seek(0)
        yield file


def _copy(stream: Stream, file: BinaryIO) -> str:
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        if size > limits.PHOTO_BYTES_MAX:
            raise Refused(Code.PHOTO_TOO_LARGE)
        digest.update(chunk)
        file.write(chunk)
    return digest.hexdigest()
