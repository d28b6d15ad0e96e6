"""What friends did about a day: looked, answered, cheered. A face shows only what stands here."""

from django.conf import settings
from django.db import models

from server.habits.models import CheckIn, Miss
from server.kernel.models import Record
from server.media.models import Photo
from shared import clock, limits


class Look(models.Model):
    """Somebody has seen a check-in, first at this instant. One not `shown` is theirs alone: nobody else is told."""

    check_in = models.ForeignKey(CheckIn, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    looked_at = models.DateTimeField(default=clock.now)
    shown = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["check_in", "person"], name="look_once")]


class Reaction(Record):
    """A friend's answer to a check-in: one per person, changeable."""

    check_in = models.ForeignKey(CheckIn, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8)
    photo = models.ForeignKey(Photo, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """Their own face, where that is the answer and neither of the two has taken the picture away."""
    reacted_at = models.DateTimeField(default=clock.now)
    thanked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["check_in", "person"], name="reaction_once")]


class MissLook(models.Model):
    """A witness has seen a miss, first at this instant."""

    miss = models.ForeignKey(Miss, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    looked_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["miss", "person"], name="miss_look_once")]


class MissAnswer(Record):
    """A witness's answer to a miss: a cheer or letting it go. Changeable in its window.

    A cheer has a preset, their own face, or both; words of their own only from somebody the owner named.
    """

    miss = models.ForeignKey(Miss, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8)
    preset = models.CharField(max_length=32, blank=True)
    words = models.CharField(max_length=limits.CHEER_WORDS_MAX, blank=True)
    photo = models.ForeignKey(Photo, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    hidden_at = models.DateTimeField(null=True, blank=True)
    """Since when a moderator has kept its words from whom they were written to."""
    answered_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["miss", "person"], name="miss_answer_once")]
