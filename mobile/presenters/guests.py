"""Guests: people without Kith who were shown one photo, and answered it in their browser."""

from mobile.presenters import copy
from mobile.presenters.reading import Reading
from mobile.presenters.views import FaceView
from mobile.store.database import Body
from shared import limits
from shared.languages import say
from shared.moods import Expression, Role


def guest_faces(links: Body, reading: Reading) -> tuple[FaceView, ...]:
    """Those who answered today's photo, each marked as a guest. A face still shows only what that person did."""
    shown = (reading.habit["id"], reading.today.isoformat())
    answered = [one for one in links.get("items", []) if one["answer"] and (one["habit"], one["date"]) == shown]
    return tuple(_face(one) for one in sorted(answered, key=lambda one: one["answer"]["answered_at"]))


def _face(link: Body) -> FaceView:
    said, number = link["answer"], int(link["id"].replace("-", ""), 16)
    avatar = limits.AVATARS[number % len(limits.AVATARS)]
    name = say(copy.GUEST, name=said["name"])
    return FaceView(link["id"], name, avatar, Expression.SMILING, Role.GALLERY, said["kind"])
