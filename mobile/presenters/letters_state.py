"""What the letters of a habit show, and a seat of mine as its friend's witness."""

from dataclasses import dataclass

from mobile.presenters.views import FaceView, PhotoView
from shared.moods import Role


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """A letter that is the owner's to read. `photos` are the days that led to a gold one."""

    id: str
    gold: bool
    line: str
    """For instance: Your 7th photo."""
    text: str
    signed: str
    face: FaceView | None
    when: str
    next_line: str = ""
    thanked: bool = False
    """Its writer was thanked already."""
    photos: tuple[PhotoView, ...] = ()


@dataclass(frozen=True, slots=True)
class LettersState:
    habit_id: str = ""
    title: str = ""
    standing: str = ""
    """Whether there is a blue letter and who keeps it, in words."""
    detail: str = ""
    has: bool = False
    can_write: bool = False
    can_take_back: bool = False
    picks: tuple[str, ...] = ()
    opened: tuple[OpenedLetter, ...] = ()
    """Newest first."""
    problem: str = ""
    offline: bool = False

    def letter(self, letter_id: str) -> OpenedLetter | None:
        return next((one for one in self.opened if one.id == letter_id), None)


@dataclass(frozen=True, slots=True)
class KeepingState:
    """One seat of mine: the letter I keep there, and the gold one I have sealed."""

    habit_id: str = ""
    habit_title: str = ""
    owner: FaceView | None = None
    role: Role | None = None
    keeps: bool = False
    asked: bool = False
    """They gave a letter and I have not said whether I keep it."""
    gold: str = ""
    """The words I sealed; empty when there are none."""
    gold_line: str = ""
    kept_words: str = ""
    """Of the blue letter I keep, while I look at it: read from the server, never kept on this phone."""
    problem: str = ""
    offline: bool = False
