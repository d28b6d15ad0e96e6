"""Taking a photo in, for whatever day waits for it."""

from datetime import datetime
from uuid import UUID

from server.habits.services.slots import fill_slots
from server.media.models import Photo, PhotoState
from server.media.services import store_photo
from server.media.uploads import Stream
from server.people.models import Person
from shared.codes import Refused


def receive_photo(
    *, owner: Person, photo_id: UUID, stream: Stream, length: int | None, sha256: str, source: str, now: datetime
) -> Photo:
    """The stored photo, already in the slot of a check-in that arrived before it.

    Raises Refused as `store_photo` does, and with the photo's own code when it is refused for good; the slot that
    waited for it then says why.
    """
    photo = store_photo(
        owner_id=owner.id, photo_id=photo_id, stream=stream, length=length, sha256=sha256, source=source, now=now
    )
    fill_slots(photo, now=now)
    if photo.state == PhotoState.REFUSED:
        raise Refused(photo.code, photo.detail)
    return photo
