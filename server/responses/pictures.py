"""The pictures that answers hold. One shows a face and nothing else, and goes with it."""

from server.habits.models import CheckInPhoto
from server.media.models import Photo
from server.media.services import discard_photos


def discard_picture(photo: Photo | None) -> None:
    """Delete a picture that answered, unless its owner shows it on a day of their own."""
    if photo is not None and not CheckInPhoto.objects.filter(photo=photo).exists():
        discard_photos([photo])
