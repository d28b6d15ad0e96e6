"""What could not be sent: try it now, or let it go."""

from mobile.store import outbox, photos
from mobile.store.database import Store
from mobile.store.outbox import Command, Kind


def retry(store: Store, *, command_id: int) -> None:
    """Put a refused command back into its old place in the line. The same photo would be refused again: it stays."""
    with store.write() as db:
        command = outbox.get(db, command_id)
        if command is not None and command.kind is not Kind.PHOTO:
            outbox.wait_again(db, command_id)


def drop(store: Store, *, command_id: int) -> None:
    """Forget it, with the photos that would have gone ahead of it. What the server already has stays there."""
    with store.write() as db:
        command = outbox.get(db, command_id)
        if command is None:
            return
        outbox.remove(db, command_id)
        ahead = _photos_of(command)
        gone = [other for other in outbox.listed(db) if _is_photo_of(other, ahead)]
        for other in gone:
            outbox.remove(db, other.id)
    store.wipe()
    for other in [*gone, command]:
        if other.kind is Kind.PHOTO:
            photos.path_of(store, other.target["photo"]).unlink(missing_ok=True)


def _photos_of(command: Command) -> list[str]:
    if command.kind is Kind.FACE:
        return [str(command.body["photo"])]
    if command.kind is Kind.ANCHOR:
        return list(command.body["said"].get("photos", []))
    return list(command.body.get("photos", [])) if command.kind is Kind.DAY else []


def _is_photo_of(command: Command, photo_ids: list[str]) -> bool:
    return command.kind is Kind.PHOTO and command.target["photo"] in photo_ids
