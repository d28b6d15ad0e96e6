"""Words of their own, from friends the owner named for that, about a day that was shown. Between the two alone."""

from django.conf import settings
from django.db import models

from server.habits.models import CheckIn
from server.kernel.models import Record
from shared import limits


class Comment(Record):
    """One line about a check-in. Taken away by either, it is a tombstone: no words, and a resend changes nothing."""

    check_in = models.ForeignKey(CheckIn, on_delete=models.CASCADE, related_name="+")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=limits.COMMENT_MAX, blank=True)
    written_at = models.DateTimeField()
    """Instant of the present words."""
    arrived_at = models.DateTimeField(null=True, blank=True)
    """Null while it is held, because a day of the habit is missed and its writer must not learn of that."""
    erased_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    """Since when a moderator has kept it from whom it was written to."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(erased_at__isnull=True) | models.Q(text=""), name="erased_comment_is_empty"
            ),
        ]
