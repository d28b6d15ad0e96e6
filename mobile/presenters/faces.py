"""The crowd as faces, in the order they are drawn."""

from collections import deque
from collections.abc import Mapping, Sequence

from mobile.presenters import copy
from mobile.presenters.reading import Member, Reading
from mobile.presenters.views import FaceView
from mobile.store.database import Body
from shared.languages import say
from shared.moods import Expression, Role, expression

Pictures = Mapping[str, str]
"""Person -> the picture they answered with, as a file here."""


def crowd_faces(reading: Reading, me: Body | None, pictures: Pictures | None = None) -> tuple[FaceView, ...]:
    """Left to right: the one named in the headline in the very middle, witnesses around, gallery at the ends.

    Alone, the first face is oneself on day 1 once there has been one.
    """
    if reading.alone:
        return _day_one_me(reading, me)
    miss_open, seen = reading.miss is not None, pictures or {}
    faces = [face(member, miss_open=miss_open, picture=seen.get(member.id)) for member in _by_closeness(reading)]
    return tuple(_from_the_middle([shown for shown in faces if shown is not None]))


def face(member: Member, *, miss_open: bool, picture: str | None = None) -> FaceView | None:
    """None for a gallery face while a miss is open: it steps out."""
    look = expression(member.act, miss_open=miss_open)
    if look is None:
        return None
    badge = member.act.answer or (member.cheer if miss_open else None)
    return FaceView(member.id, member.name, member.avatar, look, member.act.role, badge, picture)


def first_answer(reading: Reading) -> Member | None:
    answered = [member for member in reading.crowd if member.answered_at is not None and member.act.answer]
    return min(answered, key=lambda member: (member.answered_at, member.id), default=None)


def headline_friend(reading: Reading) -> Member | None:
    """Whom today is shown to: the named friend, else the first witness, else the first of the gallery."""
    return next(iter(_by_closeness(reading)), None)


def _by_closeness(reading: Reading) -> list[Member]:
    def closeness(member: Member) -> tuple[bool, bool]:
        return member.id != reading.named, member.act.role is not Role.WITNESS

    return sorted(reading.crowd, key=closeness)


def _from_the_middle(faces: Sequence[FaceView]) -> deque[FaceView]:
    row: deque[FaceView] = deque()
    for number, shown in enumerate(faces):
        if number % 2:
            row.appendleft(shown)
        else:
            row.append(shown)
    return row


def _day_one_me(reading: Reading, me: Body | None) -> tuple[FaceView, ...]:
    if me is None or reading.fold.day_number == 0:
        return ()
    return (FaceView(me["id"], say(copy.ALONE_LABEL), me["avatar"], Expression.COLOUR),)


def plain_face(person: Body) -> FaceView:
    """Somebody as themselves, outside any day's crowd."""
    return FaceView(person["id"], person["name"], person["avatar"], Expression.COLOUR)
