"""What witnesses say while a day is still waited for: a preset, with their face or without. No words of one's own."""

from django.conf import settings
from django.db import models

from server.habits.models import Habit
from server.kernel.models import Record
from server.media.models import Photo


class Nudge(Record):
    """One witness to one owner on one habit day of the owner's, over all their habits."""

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    preset = models.CharField(max_length=32)
    photo = models.ForeignKey(Photo, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """The sender's own face, until its date is over or either of the two takes it away."""
    arrived = models.BooleanField()
    """Whether the owner hears of it. The sender is never told."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sender", "owner", "date"], name="nudge_once_a_day")]
