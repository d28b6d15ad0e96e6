"""What a reader said about their feed. Everything else in it is read from the apps below, each time anew."""

from django.conf import settings
from django.db import models

from server.habits.models import Habit
from shared import clock


class LessOf(models.Model):
    """`person` wants less of this habit of a friend's: its days come after the others. Nobody is ever told."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "habit"], name="less_of_once")]
