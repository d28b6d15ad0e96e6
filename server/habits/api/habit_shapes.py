"""Shapes of habits, seats and rests, for reading requests and for the schema."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.habits.api.shapes import InstantField
from server.kernel.said import LineField, Said
from shared import limits
from shared.codes import Code, Refused
from shared.moods import Role
from shared.schedule import Frequency, Measure, Schedule


class ScheduleShape(Said):
    frequency = serializers.ChoiceField([one.value for one in Frequency])
    measure = serializers.ChoiceField([one.value for one in Measure], default=Measure.TICK.value)
    weekdays = serializers.ListField(child=serializers.IntegerField(min_value=0, max_value=6), required=False)
    times = serializers.IntegerField(required=False)
    every = serializers.IntegerField(required=False)
    target = serializers.CharField(required=False)
    unit = serializers.CharField(max_length=limits.UNIT_MAX, allow_blank=True, required=False)


@extend_schema_field(ScheduleShape)
class ScheduleField(serializers.JSONField):
    """A schedule in its wire form, read into the rules' own type."""

    def to_internal_value(self, data: Any) -> Schedule:
        if not ScheduleShape(data=data).is_valid():
            raise Refused(Code.INVALID_SCHEDULE)
        schedule = Schedule.from_json(data)
        if not schedule.unit.isprintable():
            raise Refused(Code.INVALID_SCHEDULE)  # it stands in the middle of a line
        return schedule


class PersonBriefShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    avatar = serializers.CharField()


class SeatShape(serializers.Serializer[Any]):
    person = PersonBriefShape()
    role = serializers.ChoiceField([role.value for role in Role])
    state = serializers.ChoiceField(["invited", "accepted"])
    keeps_letter = serializers.BooleanField()
    circle = serializers.UUIDField(allow_null=True, help_text="The circle that gave this seat; null: asked, and agreed")


class VersionShape(serializers.Serializer[Any]):
    valid_from = serializers.DateField()
    schedule = ScheduleShape()


class SeasonShape(serializers.Serializer[Any]):
    """Thirty habit days from `first`. Over, and neither closed nor followed by another: its owner is asked."""

    number = serializers.IntegerField()
    first = serializers.DateField()
    gentle_through = serializers.DateField(help_text="The last gentle day; before `first` there is none")
    closed_on = serializers.DateField(allow_null=True, help_text="When its end was answered with done, or it lapsed")


class HabitShape(serializers.Serializer[Any]):
    """A habit as its owner sees it."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    icon = serializers.CharField()
    starts_on = serializers.DateField()
    sensitive = serializers.BooleanField()
    beside_allowed = serializers.BooleanField(help_text="Friends who see it may start beside it; never a sensitive one")
    archived = serializers.BooleanField()
    created_at = serializers.DateTimeField()
    schedule = ScheduleShape()
    versions = VersionShape(many=True)
    reminders = serializers.ListField(child=serializers.IntegerField())
    seasons = SeasonShape(many=True)
    judged_through = serializers.DateField()
    seats = SeatShape(many=True)
    circles = serializers.ListField(child=serializers.UUIDField(), help_text="To which it is shown as a whole")


class GlimpseShape(serializers.Serializer[Any]):
    """A habit as somebody with a seat sees it."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    icon = serializers.CharField()
    owner = PersonBriefShape()
    day_number = serializers.IntegerField()
    role = serializers.ChoiceField([role.value for role in Role])


class HabitsShape(serializers.Serializer[Any]):
    items = HabitShape(many=True)


class PromiseInput(Said):
    title = LineField(max_length=limits.TITLE_MAX)
    icon = serializers.CharField(max_length=limits.ICON_MAX, required=False)
    schedule = ScheduleField()
    reminders = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=1439), max_length=limits.REMINDERS_MAX, required=False
    )
    sensitive = serializers.BooleanField(required=False)
    beside_allowed = serializers.BooleanField(required=False)
    starts_on = serializers.DateField(required=False)


class PromiseChange(PromiseInput):
    title = LineField(max_length=limits.TITLE_MAX, required=False)
    schedule = ScheduleField(required=False)


class SeatOfferInput(Said):
    role = serializers.ChoiceField([role.value for role in Role])


class RenewalInput(Said):
    witnesses = serializers.ListField(child=serializers.UUIDField(), max_length=limits.WITNESSES_MAX)
    gallery = serializers.ListField(child=serializers.UUIDField(), max_length=limits.FRIENDS_MAX)
    circles = serializers.ListField(
        child=serializers.UUIDField(),
        max_length=limits.CIRCLES_MAX,
        required=False,
        help_text="Those of its circles to which it is shown on",
    )
    schedule = ScheduleField(required=False, help_text="Lighter: from the next day on")


class SeasonChoiceInput(Said):
    choice = serializers.ChoiceField(["done", "in_earnest"])


class SeatAnswerInput(Said):
    answer = serializers.ChoiceField(["accept", "cheer", "decline"])
    keeps_letter = serializers.BooleanField(
        required=False, help_text="Told that a letter they keep opens if they do nothing: agreed, or not"
    )


class OfferedHabitShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    title = serializers.CharField()
    icon = serializers.CharField()
    owner = PersonBriefShape()


class HeldSeatShape(serializers.Serializer[Any]):
    habit = OfferedHabitShape()
    role = serializers.ChoiceField([role.value for role in Role])
    state = serializers.ChoiceField(["invited", "accepted"])
    keeps_letter = serializers.BooleanField()


class HeldSeatsShape(serializers.Serializer[Any]):
    items = HeldSeatShape(many=True)


class RestInput(Said):
    habit = serializers.UUIDField(allow_null=True)
    first = serializers.DateField()
    last = serializers.DateField(allow_null=True)


class RestShape(RestInput):
    id = serializers.UUIDField()


class DayStateShape(serializers.Serializer[Any]):
    date = serializers.DateField()
    state = serializers.CharField()


class StreakShape(serializers.Serializer[Any]):
    current = serializers.IntegerField()
    best = serializers.IntegerField()


class CalendarShape(serializers.Serializer[Any]):
    days = DayStateShape(many=True)
    strength = serializers.FloatField()
    streak = StreakShape()


class ClockInput(Said):
    zone = serializers.CharField(max_length=64)
    day_start = serializers.IntegerField(min_value=0, max_value=limits.DAY_START_MAX, required=False)
    at = InstantField(required=False)
