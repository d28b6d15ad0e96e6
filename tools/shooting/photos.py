"""Photos for the pictures, drawn by the demonstration's own hand and kept while the pictures are taken."""

from pathlib import Path

from mobile.presenters.views import PhotoView
from server.demo.art import draw_photo

_SIZE = (810, 1013)


class SamplePhotos:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, subject: str, day: int) -> str:
        path = self._folder / f"{subject}_{day}.jpg"
        if not path.exists():
            draw_photo(subject, day, size=_SIZE).save(path, quality=92)
        return str(path)

    def view(self, subject: str, day: int, *, when: str = "") -> PhotoView:
        return PhotoView(path=self.path(subject, day), label=f"Day {day}", when=when)
