"""Small frozen pieces that several screens show. Presenters make them; screens draw them and decide nothing."""

from dataclasses import dataclass

from shared.moods import Expression, Role


@dataclass(frozen=True, slots=True)
class FaceView:
    """One face of the crowd. It shows only what that person did."""

    person_id: str
    name: str
    avatar: str
    """Key of a drawn avatar ("a0" … "a11")."""
    expression: Expression
    role: Role | None = None
    badge: str | None = None
    """The answer they gave: a reaction ("proud"), a cheer ("hug") or "wave"; None when they gave none."""
    picture: str | None = None
    """Path of the picture they answered with, once its bytes are here."""


@dataclass(frozen=True, slots=True)
class FaceTurn:
    """One face turning while one looks on. `note` is which one sounds with it, `chord` that everybody has answered."""

    face: FaceView
    note: int | None = None
    chord: bool = False


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo that lies on this phone, ready to draw; `path` is None while its bytes are still on the way."""

    path: str | None
    label: str = ""
    """For instance: Day 1."""
    caption: str = ""
    when: str = ""
    """For instance: This morning · taken now."""
    frames: tuple[str, ...] = ()
    """A clip's pictures, in order; `path` is the first. Empty for a photo, and where things are kept still."""


@dataclass(frozen=True, slots=True)
class DayDot:
    """One day of the week below the card. `state` is a DayState value."""

    letter: str
    date: str
    state: str
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class TrayItem:
    """Something this phone has not been able to send yet, said in words."""

    outbox_id: int
    title: str
    detail: str
    refused: bool
    """True: refused for good, can be dropped; False: waiting, can be tried now."""
