"""What stands beside a habit: a picture to train beside, and friends' habits to be like. Both open nothing."""

from django.db import models

from server.habits.models import CheckIn, Habit
from server.kernel.models import Record
from server.media.models import Photo


class Anchor(Record):
    """What a habit's check-ins are shown beside. No row: the habit's own day 1."""

    class Kind(models.TextChoices):
        PICTURE = "picture"
        CHECK_IN = "check_in"
        YESTERDAY = "yesterday"

    habit = models.OneToOneField(Habit, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, choices=Kind)
    check_in = models.ForeignKey(CheckIn, null=True, on_delete=models.CASCADE, related_name="+")
    """The owner's own, or a friend's: whether anybody sees it is decided at each read."""
    by_offer = models.BooleanField(default=False)
    """Started beside a photo that a guest's page showed: its one photo is shown to the owner without a seat."""
    hidden_at = models.DateTimeField(null=True, blank=True)
    """Since when it is its owner's alone, as a moderator decided."""


class AnchorFrame(models.Model):
    """One picture of an anchor; several play as a clip. It shows this and nothing else, and goes with it."""

    anchor = models.ForeignKey(Anchor, on_delete=models.CASCADE, related_name="+")
    n = models.PositiveSmallIntegerField()
    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["anchor", "n"], name="anchor_frame_once")]


class RoleModel(Record):
    """A friend's habit that somebody keeps beside theirs. It counts for as long as they may see that habit."""

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    model = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["habit", "model"], name="role_model_once")]
