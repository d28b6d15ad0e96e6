"""Comments, for the export of who wrote them and of whom they were written to."""

from collections.abc import Iterator
from typing import Any

from server.comments.models import Comment
from server.comments.selectors import readable
from server.kernel.batches import each
from server.people.models import Person
from server.people.selectors import friendships_of

Row = dict[str, Any]


def comments_received(person: Person) -> Iterator[Row]:
    """What this person may read now: it was written for them."""
    for comment in each(readable().filter(check_in__owner=person)):
        yield {
            "habit": comment.check_in.habit_id, "date": comment.check_in.date, "text": comment.text,
            "person": comment.writer_id, "name": comment.writer.name, "written_at": comment.written_at,
        }  # fmt: skip


def comments_written(person: Person) -> Iterator[Row]:
    """Whether it was read is the other's to tell."""
    names = {row.friend_id: row.friend.name for row in friendships_of(person)}
    mine = Comment.objects.filter(writer=person, erased_at__isnull=True).select_related("check_in")
    for comment in each(mine):
        owner = comment.check_in.owner_id
        yield {
            "person": owner if owner in names else None, "name": names.get(owner, ""),
            "date": comment.check_in.date, "text": comment.text, "written_at": comment.written_at,
        }  # fmt: skip
