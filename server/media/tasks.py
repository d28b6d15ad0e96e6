"""Celery's way into the media app."""

from celery import shared_task

from server.media import cleanup
from shared import clock


@shared_task(name="media.clean_up_photos")
def clean_up_photos() -> None:
    """Throw away what nobody will ask for."""
    now = clock.now()
    cleanup.remove_loose_photos(now=now)
    cleanup.remove_files_without_rows(now=now)
