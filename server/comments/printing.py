"""Comments as JSON."""

from typing import Any

from server.comments.models import Comment
from server.habits.printing_days import print_instant
from server.people.printing import brief


def print_comment(comment: Comment) -> dict[str, Any]:
    """For the two it is between."""
    return {
        "id": str(comment.id), "person": brief(comment.writer), "text": comment.text,
        "written_at": print_instant(comment.written_at),
    }  # fmt: skip
