"""Letters: the one a person writes to themselves and gives away, its copies, and what witnesses write for good days."""

from django.conf import settings
from django.db import models

from server.habits.models import Habit, Miss
from server.kernel.models import Leased, Record
from shared import limits
from shared.letter_states import Burn, LetterState


class BlueLetter(Record):
    """A habit's standing letter: written once, never read back by its owner. Off, it holds no words any more."""

    habit = models.OneToOneField(Habit, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=limits.BLUE_LETTER_MAX, blank=True)
    written_at = models.DateTimeField()
    """Instant of the present words: only misses that close later seal them."""
    off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(off_at__isnull=True) | models.Q(text=""), name="blue_letter_off_is_empty"
            ),
        ]


class SealedLetter(Record, Leased):
    """What a miss made of the letter. `next_at`: the instant at which it may change by itself."""

    miss = models.OneToOneField(Miss, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=limits.BLUE_LETTER_MAX, blank=True)
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in LetterState])
    reason = models.CharField(max_length=16, blank=True, choices=[(one.value, one.value) for one in Burn])
    left_closed_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=LetterState.BURNT.value) | models.Q(text=""), name="burnt_letter_is_empty"
            ),
        ]
        indexes = [
            models.Index(fields=["next_at"], name="letter_to_turn", condition=models.Q(next_at__isnull=False)),
        ]


class GoldLetter(Record):
    """What a witness will want to say on that day number. Withdrawn, it is deleted; opened, it is the owner's."""

    habit = models.ForeignKey(Habit, on_delete=models.CASCADE, related_name="+")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    milestone = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=limits.GOLD_LETTER_MAX)
    opened_at = models.DateTimeField(null=True, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    """Since when a moderator has kept it, once opened, from the one it was written to."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["habit", "writer", "milestone"], name="gold_letter_once"),
            models.UniqueConstraint(
                fields=["habit", "writer"], condition=models.Q(opened_at__isnull=True), name="gold_letter_one_sealed"
            ),
        ]


class Visit(models.Model):
    """The last habit day on which a person opened Kith, and the day they came back after three without. Days only."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    last_on = models.DateField()
    back_on = models.DateField(null=True, blank=True)
