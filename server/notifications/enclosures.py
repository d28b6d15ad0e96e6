"""What comes with a notice in the list and never on a lock screen: a friend's own words, and their face."""

from dataclasses import dataclass
from uuid import UUID

from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.present import Present
from server.responses.selectors import act_of, shown_picture


@dataclass(frozen=True, slots=True)
class Enclosure:
    """`picture` is the photo of a face, `about` the id under which what was said is deleted or reported."""

    words: str = ""
    picture: UUID | None = None
    about: UUID | None = None


NOTHING = Enclosure()


def enclosed(notice: Notice, present: Present) -> Enclosure:
    """As it may be seen now; of a notice that says nothing any more it must not be asked."""
    if notice.kind == Kind.COMMENT:
        comment = present.comments[UUID(notice.payload["comment"])]
        return Enclosure(comment.text, None, comment.id)
    if notice.kind == Kind.CHEER:
        act = act_of(present.miss_answers[UUID(notice.payload["miss"]), UUID(notice.payload["person"])])
        return Enclosure(act.words, act.picture, act.id)
    if notice.kind == Kind.NUDGE:
        return Enclosure("", shown_picture(present.nudges[UUID(notice.payload["nudge"])].photo))
    return NOTHING
