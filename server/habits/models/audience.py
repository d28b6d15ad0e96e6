"""Who is asked to look, and who agreed."""

from django.conf import settings
from django.db import models

from server.habits.models.habit import Habit
from server.kernel.models import Record
from server.people.models import Circle
from shared import clock
from shared.moods import Role


class Seat(Record):
    """One friend's place in a habit's audience. A row with `ended_at` is history and opens nothing."""

    class State(models.TextChoices):
        INVITED = "invited"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=8, choices=[(role.value, role.value) for role in Role])
    state = models.CharField(max_length=8, choices=State, default=State.INVITED)
    accepted_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    circle = models.ForeignKey(Circle, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    """The circle that gave this gallery seat: it opens nothing to whoever is not in it."""
    keeps_letter_since = models.DateTimeField(null=True, blank=True)
    """Since when this witness has known, and agreed, that a letter they keep opens if they do nothing."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["habit", "person"], condition=models.Q(ended_at__isnull=True), name="seat_one_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["person", "habit"], name="seat_of_person")]


class CircleAudience(models.Model):
    """A circle to which its owner shows a habit: whoever is in it sits in the gallery."""

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["habit", "circle"], name="circle_audience_once")]
