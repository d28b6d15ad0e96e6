"""What happened on a habit day: a check-in, a rest, or a miss. One mark per habit day, so a resend meets its twin."""

from django.conf import settings
from django.db import models

from server.habits.models.habit import Habit
from server.kernel.models import Record
from server.media.models import Photo
from shared import clock, limits


class CheckIn(Record):
    """The mark of one habit day. undone, it is a tombstone: older resends answer done, without effect."""

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    captured_at = models.DateTimeField()
    received_at = models.DateTimeField()
    content_captured_at = models.DateTimeField()
    """Instant of the edit that caption and amount come from: the later one wins."""
    late = models.BooleanField(default=False)
    extra = models.BooleanField(default=False)
    caption = models.CharField(max_length=limits.CAPTION_MAX, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=3, null=True, blank=True)
    source = models.CharField(max_length=8, default="none")
    zone = models.CharField(max_length=64)
    undone_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(default=clock.now)
    hidden_at = models.DateTimeField(null=True, blank=True)
    """Since when its words and photos are the owner's alone, as a moderator decided. The day counts all the same."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["habit", "date"], name="check_in_one_per_day")]
        indexes = [models.Index(fields=["habit", "-date"], name="check_in_latest")]

    @property
    def public_caption(self) -> str:
        """What others read."""
        return "" if self.hidden_at else self.caption


class CheckInPhoto(models.Model):
    """A photo's slot on a check-in. One refused for good leaves a slot that says why; the day counts all the same."""

    check_in = models.ForeignKey(CheckIn, on_delete=models.CASCADE, related_name="+")
    photo_id_given = models.UUIDField()
    photo = models.ForeignKey(Photo, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    n = models.PositiveSmallIntegerField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["check_in", "photo_id_given"], name="slot_once_per_photo"),
            models.UniqueConstraint(fields=["check_in", "n"], name="slot_number_once"),
        ]


class Rest(Record):
    """Days (inclusive) on which nothing is due: of one habit, or of all if `habit` is null. No `last`: until ended."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    habit = models.ForeignKey(Habit, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    first = models.DateField()
    last = models.DateField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)


class Miss(Record):
    """A due habit day that closed unkept, grace included. The row is the card witnesses hold; the state is folded."""

    class State(models.TextChoices):
        OPEN = "open"
        RETURNED = "returned"
        PASSED = "passed"
        VOIDED = "voided"
        RESTED = "rested"

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    closed_at = models.DateTimeField()
    opens_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    returned_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["habit", "date"], name="miss_once_per_day")]
