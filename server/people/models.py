"""People, the clock they live by, and who knows whom."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from server.kernel.models import Record
from shared import clock, limits


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

    objects = PersonManager()
    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.name or "somebody"


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


class Friendship(models.Model):
    """One direction of a friendship; both directions are always written and removed together."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    friend = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "friend"], name="friendship_once")]


class Invite(Record):
    """A link to become friends: single use, expiring. Only the token's hash is kept."""

    inviter = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)


class Block(models.Model):
    """`blocker` does not want to see or be seen by `blocked`. It holds both ways and is never told."""

    blocker = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    blocked = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["blocker", "blocked"], name="block_once")]


class Session(AbstractBaseSession):
    """A signed-in device. The row names its person, so that a token leads to them in one query."""

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
