"""Reading a friend's invitation from a picture of its code. Whatever else a code says is told, never opened."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from mobile.presenters import copy, scan_copy
from mobile.presenters.base import Phone, Presenter
from mobile.sync.about import fetch_about, known_about
from shared.codes import Refused
from shared.languages import say

_INVITATION = re.compile(r"/i/[A-Za-z0-9_-]{8,100}/?")
_WEB = ("http", "https")
_LONGEST_HOST = 40


@dataclass(frozen=True, slots=True)
class ScanState:
    can_read: bool = False
    """This machine can make out codes."""
    can_take: bool = False
    """It has a camera that Kith may ask for a picture."""
    busy: bool = False
    line: str = ""
    """What came of it, where it was no invitation."""
    link: str = ""
    """An invitation to this Kith."""


class ScanPresenter(Presenter[ScanState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, ScanState())

    def open(self) -> None:
        """A fresh look."""
        device = self.phone.device
        self._show(ScanState(can_read=device.codes is not None, can_take=device.camera is not None))

    def read(self, picture: str | Path, _source: str) -> None:
        """Off the screen's thread: a large picture takes its time."""
        reader = self.phone.device.codes
        if reader is None:
            return
        self._change(busy=True, line="")

        def run() -> None:
            try:
                said = reader.read(Path(picture))
            except Refused as refused:
                self._change(busy=False, line=copy.refusal(refused.code))
            else:
                self._judge(said)

        self.phone.run(run)

    def no_picture(self, source: str) -> None:
        """The camera gave none, or nobody chose one."""
        self._change(line=say(scan_copy.CAMERA_GAVE_NONE) if source == "camera" else say(scan_copy.LIBRARY_GAVE_NONE))

    def _judge(self, said: list[str]) -> None:
        """An invitation to this Kith wins over whatever else lies in the picture."""
        hosts = self._hosts()
        links = [text for text in said if is_invitation(text, hosts)]
        if links:
            self._change(busy=False, link=links[0])
        else:
            self._change(busy=False, line=_told(said[0], hosts) if said else say(scan_copy.NOTHING_READ))

    def _hosts(self) -> frozenset[str]:
        """Where this Kith is: the address the phone speaks to, and the one the server itself gives out."""
        store, api = self.phone.store, self.phone.api
        about = known_about(store) or fetch_about(store, api)
        return frozenset(filter(None, (_host(api.base_url), _host(str(about.get("terms_url", ""))))))


def is_invitation(text: str, hosts: frozenset[str]) -> bool:
    parts = _parts(text)
    plain = not (parts.query or parts.fragment or "@" in parts.netloc)
    return plain and _host(text) in hosts and bool(_INVITATION.fullmatch(parts.path))


def _told(text: str, hosts: frozenset[str]) -> str:
    host = _host(text)
    return scan_copy.elsewhere(host[:_LONGEST_HOST]) if host and host not in hosts else say(scan_copy.NO_INVITATION)


def _host(address: str) -> str:
    """With its port, where it says one; empty for what is no address on the web."""
    parts = _parts(address)
    return parts.netloc.rpartition("@")[2].lower() if parts.scheme in _WEB else ""


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address.strip())
    except ValueError:
        return SplitResult("", "", "", "", "")
