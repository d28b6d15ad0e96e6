"""What Kith tells a person, and how far the telling got."""

from django.conf import settings
from django.db import models

from server.habits.models import CheckIn
from server.kernel.models import Leased, Record


class Notice(Record):
    """One thing told to one person. `dedupe` makes telling it twice impossible; its text is made at reading."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=32)
    dedupe = models.CharField(max_length=160, unique=True)
    payload = models.JSONField(default=dict)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["recipient", "-id"], name="notice_latest")]


class Delivery(Leased):
    """One notice on its way out through one channel. Access and quiet hours are decided again when it is sent."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        DROPPED = "dropped"

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=16)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notice", "channel"], name="delivery_once_per_channel")]
        indexes = [
            models.Index(fields=["next_at"], name="delivery_due", condition=models.Q(next_at__isnull=False)),
        ]


class RoundsBell(Leased):
    """One person's push about friends' days. `next_at`: when it rings next; null while nothing new was shown to them.

    `rung_on` is the date on their wall when it last rang: flying west shows the same evening twice, and it rings once.
    """

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rung_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_at"], name="rounds_to_ring", condition=models.Q(next_at__isnull=False)),
        ]


class Relay(Leased):
    """A check-in that may be waiting for an answer. `next_at`: when a witness may be asked; null once that is settled.

    `posted_at` tells which posting of the day it is: one taken back and posted anew waits anew.
    """

    check_in = models.OneToOneField(CheckIn, on_delete=models.CASCADE, related_name="+")
    posted_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["next_at"], name="relay_to_ask", condition=models.Q(next_at__isnull=False)),
        ]
