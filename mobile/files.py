"""Files that are there whole or not at all."""

from pathlib import Path


def write_whole(content: bytes, target: Path) -> None:
    """A kill in between leaves no half of it, and a disk without room no part. Raises OSError."""
    part = target.with_suffix(".part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise
