"""Scanning a friend's code."""

from collections.abc import Callable

from kivy.uix.widget import Widget

from mobile.presenters import scan_copy
from mobile.presenters.scan import ScanState
from mobile.ui.screens.scan.screen import ScanDesk, ScanScreen
from shared.languages import say
from tools.shooting.photos import SamplePhotos


def _nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _screen(state: ScanState, *, dark: bool = False) -> Widget:
    return ScanScreen(desk=ScanDesk(*[_nothing] * 3), state=state, dark=dark)


def scan(_photos: SamplePhotos) -> Widget:
    return _screen(ScanState(can_read=True, can_take=True))


def scan_told(_photos: SamplePhotos) -> Widget:
    line = scan_copy.elsewhere("another-kith.example.org")
    return _screen(ScanState(can_read=True, can_take=True, line=line), dark=True)


def scan_refused(_photos: SamplePhotos) -> Widget:
    return _screen(ScanState(can_read=True, can_take=True, line=say(scan_copy.CAMERA_GAVE_NONE)))


def scan_busy(_photos: SamplePhotos) -> Widget:
    return _screen(ScanState(can_read=True, busy=True))


def scan_cannot(_photos: SamplePhotos) -> Widget:
    return _screen(ScanState())


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "scan": scan, "scan_told": scan_told, "scan_refused": scan_refused, "scan_busy": scan_busy,
    "scan_cannot": scan_cannot,
}  # fmt: skip
