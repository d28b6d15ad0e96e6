"""Reading photos. Whoever calls has already decided that this viewer may see the photo now."""

from dataclasses import dataclass
from uuid import UUID

from server.media import storage
from server.media.models import Photo, PhotoState
from server.media.renderings import SIZES
from shared.codes import Code, Refused


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a photo: its path below the private folder, and an ETag that changes with the bytes."""

    name: str
    etag: str

    def read(self) -> bytes:
        """The WebP bytes, small enough to hold. Raises Refused(not_found) if the file is gone."""
        try:
            return (storage.root() / self.name).read_bytes()
        except FileNotFoundError as gone:
            raise Refused(Code.NOT_FOUND) from gone


def get_own_photo(owner_id: UUID, photo_id: UUID) -> Photo:
    """A photo or the memory of its refusal, for whoever uploaded it. Raises Refused(not_found)."""
    photo = Photo.objects.filter(id=photo_id, owner_id=owner_id).first()
    if photo is None:
        raise Refused(Code.NOT_FOUND)
    return photo


def open_rendition(photo: Photo, size: int) -> Rendition:
    """The rendition of this size (longest side in pixels). Raises Refused(not_found) for sizes we don't make."""
    if size not in SIZES or photo.state != PhotoState.READY:
        raise Refused(Code.NOT_FOUND)
    name = storage.name_of(photo.id, photo.sha256, size)
    return Rendition(name=name, etag=f'"{photo.sha256[:16]}-{size}"')
