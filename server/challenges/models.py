"""Promises kept together: what was agreed, who is in it from when to when, who is asked, who carried whom.

No progress is kept anywhere: it is counted from the members' check-ins at every read.
"""

from decimal import Decimal

from django.conf import settings
from django.db import models

from server.habits.models import Habit
from server.kernel.models import Leased, Record
from shared import limits
from shared.challenges.kinds import Kind
from shared.challenges.members import EVERY_DAY


def every_day() -> list[int]:
    return sorted(EVERY_DAY)


class Challenge(Record, Leased):
    """One promise of a group. `next_at`: when its end is looked for next (instant); null once it has ended.

    `starts_on` and `ends_on` are dates that every member lives on their own wall, both included.
    """

    creator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    """Whoever looks after it now: if they leave, the member who has been in it longest."""
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in Kind])
    title = models.CharField(max_length=limits.TITLE_MAX)
    icon = models.CharField(max_length=limits.ICON_MAX, default="star")
    starts_on = models.DateField()
    ends_on = models.DateField()
    weekdays = models.JSONField(default=every_day)
    """On which it asks for a day; Monday is 0."""
    unit = models.CharField(max_length=limits.UNIT_MAX, blank=True)
    goal = models.DecimalField(max_digits=12, decimal_places=3, null=True, blank=True)
    """Of a goal, in its unit; null for every other kind."""
    asks_at = models.PositiveSmallIntegerField(null=True, blank=True)
    """Of a together: the minute of everybody's own day at which the window opens."""
    reward = models.CharField(max_length=limits.REWARD_MAX, blank=True)
    """"When we make it: ____": a line the group wrote itself. Kith holds nobody to it."""
    open_to_fork = models.BooleanField(default=True)
    forked_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    """Instant at which its last date was over for its last member, grace included; null until that was settled."""
    remembered = models.DecimalField(max_digits=15, decimal_places=3, default=Decimal(0))
    """Of a goal: what members gave whose accounts are gone. A number without names or dates."""

    class Meta:
        indexes = [models.Index(fields=["next_at"], name="challenge_to_end", condition=models.Q(next_at__isnull=False))]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="challenge_dates"),
        ]


class Membership(Record, Leased):
    """One stretch of somebody's being in it, with the habit whose days count here. `next_at`: when the eve is told.

    `first` and `left_on` are habit days of the member's own: from `first` on they count, after `left_on` no more.
    """

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    joined_at = models.DateTimeField()
    first = models.DateField()
    left_at = models.DateTimeField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    removed = models.BooleanField(default=False)
    """Whether the creator ended it. To the others that looks like leaving, and both look like empty days."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["challenge", "person"],
                condition=models.Q(left_at__isnull=True),
                name="membership_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(left_at__isnull=True, left_on__isnull=True)
                | models.Q(left_at__isnull=False, left_on__isnull=False),
                name="membership_left_both",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "challenge"], name="membership_of_person"),
            models.Index(fields=["habit"], name="membership_of_habit"),
            models.Index(fields=["next_at"], name="membership_eve", condition=models.Q(next_at__isnull=False)),
        ]


class Invitation(Record):
    """One friend who is asked (`person`), or a link for whoever has it (`token_hash`): it works until it ends.

    Of a link only the hash is kept.
    """

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="+")
    inviter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    """When it was withdrawn, turned down or taken."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["challenge", "person"], condition=models.Q(closed_at__isnull=True, person__isnull=False),
                name="challenge_asked_once",
            ),
        ]  # fmt: skip


class CarryRow(Record):
    """`carrier` had `member` counted in on `date`, in the Monday week `week`. The rules decide whether it holds."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="+")
    carrier = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    week = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["challenge", "carrier", "week"], name="carry_one_a_week"),
            models.UniqueConstraint(fields=["challenge", "member", "date"], name="carried_once_a_day"),
        ]
