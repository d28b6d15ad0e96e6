"""Photos as things that are verified, rendered and stored. Who may see one is decided by whoever attached it."""

from django.conf import settings
from django.db import models

from server.kernel.models import Record


class PhotoState(models.TextChoices):
    READY = "ready"
    REFUSED = "refused"


class Photo(Record):
    """One uploaded picture, re-encoded without metadata; or the memory that its upload was refused, with the code.

    `sha256` is the digest of the bytes the phone sent, `width` and `height` are those of the large rendition.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=PhotoState)
    code = models.CharField(max_length=40, blank=True)
    detail = models.CharField(max_length=200, blank=True)
    """The sentence of a refusal, kept so that the same id is always answered with the same words."""
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    source = models.CharField(max_length=8, default="library")
    hidden_at = models.DateTimeField(null=True, blank=True)
    """Since when a moderator has kept it, as an answer to somebody, from everybody but its owner."""
    attached_at = models.DateTimeField(null=True, blank=True)
    """When something first showed this photo (instant). What nothing ever shows is cleaned up after a while."""

    class Meta:
        indexes = [
            models.Index(fields=["created_at"], name="photo_loose", condition=models.Q(attached_at__isnull=True)),
        ]
