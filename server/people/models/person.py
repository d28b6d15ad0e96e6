"""People, the clock they live by, and what they agreed to."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from server.kernel.models import Record
from shared import ages, limits
from shared.ranking import KNOBS_AT_FIRST


def knobs_at_first() -> list[str]:
    return [knob.value for knob in KNOBS_AT_FIRST]


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Person":
        person = self.model(email=self.normalize_email(email), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "Person":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class Person(Record, AbstractBaseUser, PermissionsMixin):
    """Somebody with an account. A suspended person has `is_active` off: every token stops working at once."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=limits.NAME_MAX, blank=True)
    avatar = models.CharField(max_length=8, default="a0")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    grace_minutes = models.PositiveSmallIntegerField(default=720)
    quiet_from = models.PositiveSmallIntegerField(default=22 * 60)
    quiet_to = models.PositiveSmallIntegerField(default=7 * 60)
    rounds_minute = models.PositiveSmallIntegerField(null=True, blank=True, default=limits.ROUNDS_MINUTE)
    """When the one push about friends' days rings, in minutes after midnight; null for never."""
    looks_quietly = models.BooleanField(default=False)
    """Whether they look without being shown: to everybody else it is as if they had not."""
    told_of_beside = models.BooleanField(default=False)
    """Whether they want to hear of it when somebody keeps a habit of theirs beside their own."""
    language = models.CharField(max_length=8, blank=True, default="")
    """In which they are written to; empty for what their browser asks for, and English where none is there to ask."""
    comes_first = models.JSONField(default=knobs_at_first)
    """What comes first in their feed: names of shared.ranking.Knob, the strongest first."""
    nudges_a_day = models.PositiveSmallIntegerField(default=limits.NUDGES_RECEIVED_PER_DAY)
    """How many nudges reach them on one habit day of theirs, from everybody together."""
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    """As they said when they signed up; unknown for somebody made on the command line."""
    terms_version = models.PositiveSmallIntegerField(default=0)
    """The latest version they accepted; 0 for none. When they did is kept in TermsAcceptance."""

    objects = PersonManager()
    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.name or "somebody"

    def is_adult(self, today: date) -> bool:
        """Whether they are certainly 18 on this date (the person's own)."""
        return ages.is_adult(self.birth_year, today)


class ClockChange(models.Model):
    """From an instant on, this person lives by this zone and day start (minutes after midnight).

    What was in force is never edited, only added to; a change still ahead may be replaced.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    from_instant = models.DateTimeField()
    zone = models.CharField(max_length=64)
    day_start = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "from_instant"], name="clock_change_once")]


class TermsAcceptance(models.Model):
    """Somebody said yes to one version of the terms and the privacy text, at this instant."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveSmallIntegerField()
    accepted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "version"], name="terms_accepted_once")]
