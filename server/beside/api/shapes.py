"""Shapes of what stands beside a habit, for reading requests and for the schema."""

from typing import Any

from rest_framework import serializers

from server.beside.models import Anchor
from server.kernel.said import Said
from server.people.api.shapes import PersonShape
from shared import limits

DAY_ONE = "day_one"


# What is only ever printed. A docstring here would become every shape's description in the schema.
class Shape(serializers.Serializer[Any]):
    pass


class AnchorShape(Shape):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(Anchor.Kind.values)
    frames = serializers.IntegerField(help_text="How many pictures, from 0, at /habits/{id}/anchor/{n}/{size}")
    version = serializers.CharField(help_text="Another one for other pictures")
    person = PersonShape(allow_null=True, help_text="Whose check-in it is, if it is one")
    habit = serializers.UUIDField(allow_null=True)
    title = serializers.CharField()
    date = serializers.DateField(allow_null=True)
    n = serializers.IntegerField(allow_null=True, help_text="The photo's slot on that day")
    day_number = serializers.IntegerField(allow_null=True)


class AnchorAnswerShape(Shape):
    anchor = AnchorShape(allow_null=True, help_text="null: the habit's own day 1")


class BesidePlaceShape(Shape):
    date = serializers.DateField()
    n = serializers.IntegerField()


class BesideHabitShape(Shape):
    id = serializers.UUIDField()
    title = serializers.CharField()
    icon = serializers.CharField()


class RoleModelShape(Shape):
    person = PersonShape()
    habit = BesideHabitShape()
    day_number = serializers.IntegerField()
    latest = BesidePlaceShape(allow_null=True, help_text="Their latest photo")
    may_start_beside = serializers.BooleanField()


class BesideOfferShape(Shape):
    person = PersonShape()
    habit = BesideHabitShape()
    date = serializers.DateField()
    day_number = serializers.IntegerField()
    until = serializers.DateTimeField()


class BesideOffersShape(Shape):
    items = BesideOfferShape(many=True)


class DayOneInput(Said):
    kind = serializers.ChoiceField([DAY_ONE])


class YesterdayInput(Said):
    kind = serializers.ChoiceField([str(Anchor.Kind.YESTERDAY)])


class PicturesInput(Said):
    kind = serializers.ChoiceField([str(Anchor.Kind.PICTURE)])
    photos = serializers.ListField(
        child=serializers.UUIDField(), min_length=1, max_length=limits.ANCHOR_FRAMES_MAX,
        help_text="Pictures of mine, sent before; several play as a clip",
    )  # fmt: skip


class CheckInInput(Said):
    kind = serializers.ChoiceField([str(Anchor.Kind.CHECK_IN)])
    habit = serializers.UUIDField()
    date = serializers.DateField()


INPUTS: dict[str, type[Said]] = {
    DAY_ONE: DayOneInput,
    Anchor.Kind.YESTERDAY: YesterdayInput,
    Anchor.Kind.PICTURE: PicturesInput,
    Anchor.Kind.CHECK_IN: CheckInInput,
}


class StartBesideInput(Said):
    habit = serializers.UUIDField(help_text="Theirs")
    date = serializers.DateField(help_text="Of their check-in")
    starts_on = serializers.DateField(required=False)
