"""Named groups of friends that somebody defines for themselves: Gym, Writers, Family. Nobody in them is told."""

from django.db import models

from server.kernel.models import Record
from server.people.models.person import Person
from shared import clock, limits


class Circle(Record):
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=limits.NAME_MAX)


class CircleMember(models.Model):
    """A friend in a circle, since they were last put there. It goes with the friendship."""

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle", "person"], name="circle_member_once")]
