"""What stands beside somebody's habits, for their export. Who keeps theirs, nobody is told."""

from collections.abc import Iterator
from typing import Any

from server.beside.models import Anchor, AnchorFrame, RoleModel
from server.habits.exporting import photo_names
from server.kernel.batches import each
from server.people.models import Person
from server.people.selectors import friendships_of

Row = dict[str, Any]


def anchors(person: Person) -> Iterator[Row]:
    """`photos` are the names of files in the export. A check-in's day is told while its owner is a friend."""
    names = _names(person)
    for anchor in each(Anchor.objects.filter(habit__owner=person).select_related("check_in")):
        check_in, frames = anchor.check_in, AnchorFrame.objects.filter(anchor=anchor).order_by("n")
        known = check_in is not None and check_in.owner_id in names
        files = photo_names([frame.photo for frame in frames.select_related("photo")])
        yield {
            "habit": anchor.habit_id, "kind": anchor.kind, "chosen_at": anchor.created_at,
            "photos": [files[frame.photo_id] for frame in frames],
            "person": check_in.owner_id if known else None, "name": names[check_in.owner_id] if known else "",
            "date": check_in.date if known else None,
        }  # fmt: skip


def role_models(person: Person) -> Iterator[Row]:
    names = _names(person)
    for kept in each(RoleModel.objects.filter(habit__owner=person).select_related("model")):
        owner = kept.model.owner_id
        yield {
            "habit": kept.habit_id, "person": owner if owner in names else None, "name": names.get(owner, ""),
            "kept_since": kept.created_at,
        }  # fmt: skip


def _names(person: Person) -> dict[Any, str]:
    return {person.id: person.name} | {tie.friend_id: tie.friend.name for tie in friendships_of(person)}
