"""A promise, its schedule over time, and the times its owner wants to be reminded."""

from django.conf import settings
from django.db import models

from server.kernel.models import Leased, Record
from shared import limits


class Habit(Record, Leased):
    """What a person promises. `next_at` is the instant its next habit day can be judged (the grace end).

    `judged_through` is the last habit day the sweep has judged; days after it are open or in grace.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=limits.TITLE_MAX)
    icon = models.CharField(max_length=32, default="star")
    sensitive = models.BooleanField(default=False)
    beside_allowed = models.BooleanField(default=True)
    """As its owner said: `opens_beside` is what holds."""
    starts_on = models.DateField()
    judged_through = models.DateField()
    archived_at = models.DateTimeField(null=True, blank=True)
    grace_moved = models.JSONField(default=dict, blank=True)
    """Habit day (ISO) -> instant (ISO): grace ends that fell into an outage and were moved."""

    class Meta:
        indexes = [
            models.Index(fields=["next_at"], name="habit_day_to_judge", condition=models.Q(next_at__isnull=False)),
            models.Index(fields=["owner"], name="habit_of_owner"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def opens_beside(self) -> bool:
        """Whether friends who see it may start beside it. Never a sensitive one."""
        return self.beside_allowed and not self.sensitive


class ScheduleVersion(models.Model):
    """The schedule in force from a habit day on. A closed day always folds with the version that was in force then."""

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    valid_from = models.DateField()
    schedule = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["habit", "valid_from"], name="schedule_version_once")]


class Season(models.Model):
    """Thirty days of a habit, as `shared.seasons` knows them. `told_over_at`: when its end was told (instant)."""

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    first = models.DateField()
    gentle_through = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    told_over_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["habit", "number"], name="season_once")]


class ReminderTime(Leased):
    """One daily time (wall clock, minutes after midnight in the owner's zone). `next_at`: the instant it rings next.

    `rung_on` is the last habit day it rang for: flying west shows the same evening twice, and it rings once.
    """

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    slot = models.PositiveSmallIntegerField()
    minute = models.PositiveSmallIntegerField()
    rung_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["habit", "slot"], name="reminder_slot_once")]
        indexes = [
            models.Index(fields=["next_at"], name="reminder_to_ring", condition=models.Q(next_at__isnull=False)),
        ]
