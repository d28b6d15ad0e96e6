"""What every app stands on: a row with its own id, a row that can be leased, and the fact, our only kind of message."""

from django.db import models

from shared import clock, ids


class Record(models.Model):
    """A row whose id may be made by the phone (UUIDv7), so that sending it twice meets in the same place."""

    id = models.UUIDField(primary_key=True, default=ids.uuid7, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True


class Leased(models.Model):
    """A row that is work: due at `next_at` (instant, null for never), taken by one worker until `leased_until`."""

    next_at = models.DateTimeField(null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class Fact(Leased):
    """Something that happened, told once. `payload` holds ids only; `owed` names the handlers yet to hear it.

    `person_id` and `seq` are the change log of the person whose own data it concerns: seq counts 1, 2, 3 without gaps.
    """

    person_id = models.UUIDField()
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    payload = models.JSONField(default=dict)
    owed = models.JSONField(default=list)
    happened_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_id", "seq"], name="fact_one_per_seq")]
        indexes = [
            models.Index(fields=["next_at"], name="fact_owed", condition=models.Q(next_at__isnull=False)),
        ]


class ChangeCounter(models.Model):
    """The last seq given out for a person. Bumped in the writing transaction: readers never see a gap fill up later."""

    person_id = models.UUIDField(primary_key=True)
    seq = models.BigIntegerField(default=0)


class Allowance(models.Model):
    """What one person, address or network has spent of something, and the instant from which it counts anew."""

    key = models.CharField(primary_key=True, max_length=100)
    spent = models.BigIntegerField()
    ends_at = models.DateTimeField()


class OutgoingMail(Leased):
    """A mail on its way out. It may hold a code that opens a door, so the row is gone as soon as the mail is.

    `stuck`: there was nobody to hand it to when it was last tried.
    """

    sender = models.CharField(max_length=320)
    recipients = models.JSONField()
    subject = models.CharField(max_length=998)
    body = models.TextField()
    made_at = models.DateTimeField(default=clock.now)
    stuck = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["next_at"], name="mail_due")]


class Heartbeat(models.Model):
    """When a sweep last ran (instant). A long silence is an outage, and deadlines that fell into it are moved."""

    name = models.CharField(primary_key=True, max_length=40)
    beat_at = models.DateTimeField()
