"""What witnesses say while a day is still waited for. Presets only: there are no words of one's own to send."""

from django.conf import settings
from django.db import models

from server.habits.models import Habit
from server.kernel.models import Record


class Nudge(Record):
    """One witness to one owner on one habit day of the owner's, over all their habits."""

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    preset = models.CharField(max_length=32)
    arrived = models.BooleanField()
    """Whether the owner hears of it. The sender is never told."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sender", "owner", "date"], name="nudge_once_a_day")]
