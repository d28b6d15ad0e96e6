"""Shapes of others' cards, for the schema."""

from typing import Any

from rest_framework import serializers

from server.beside.api.shapes import AnchorShape
from server.people.api.shapes import PersonShape
from server.responses.api.misses import MissAnswerShape
from shared import limits
from shared.ranking import Why


# What is only ever printed. A docstring here would become every shape's description in the schema.
class Shape(serializers.Serializer[Any]):
    pass


class HabitNameShape(Shape):
    id = serializers.UUIDField()
    title = serializers.CharField()
    icon = serializers.CharField()


class PhotoPlaceShape(Shape):
    date = serializers.DateField()
    n = serializers.IntegerField()


class CardPhotoShape(Shape):
    n = serializers.IntegerField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class MyCommentShape(Shape):
    id = serializers.UUIDField()
    text = serializers.CharField()


class CardShape(Shape):
    person = PersonShape()
    habit = HabitNameShape()
    date = serializers.DateField()
    day_number = serializers.IntegerField()
    caption = serializers.CharField()
    amount = serializers.CharField(allow_null=True)
    unit = serializers.CharField()
    source = serializers.CharField()
    late = serializers.BooleanField()
    part_of_day = serializers.CharField(help_text="morning, afternoon or evening")
    photos = CardPhotoShape(many=True)
    first_photo = PhotoPlaceShape(allow_null=True)
    my_reaction = serializers.ChoiceField(limits.ANSWERS, allow_null=True)
    looked = serializers.BooleanField()
    answers_before_me = serializers.IntegerField()
    check_in = serializers.UUIDField()
    posted_at = serializers.DateTimeField(help_text="When that part of the day began")
    anchor = AnchorShape(allow_null=True, help_text="What it stands beside; null: day 1")
    may_start_beside = serializers.BooleanField()
    my_comments = MyCommentShape(many=True)
    may_write = serializers.BooleanField(help_text="In my own words: the owner lets me, and nothing is in the way now")


class MissCardShape(Shape):
    id = serializers.UUIDField()
    person = PersonShape()
    habit = HabitNameShape()
    date = serializers.DateField()
    opens_at = serializers.DateTimeField()
    my_answer = MissAnswerShape(allow_null=True)
    looked = serializers.BooleanField()
    keeps_letter = serializers.BooleanField(help_text="I keep a letter for this habit: if I do nothing, it opens")
    own_words = serializers.BooleanField(help_text="The owner lets me add words of my own to a cheer")


class RoundsShape(Shape):
    cards = CardShape(many=True)
    misses = MissCardShape(many=True)


class SortsShape(Shape):
    back = serializers.BooleanField(help_text="A comeback from an empty day I saw, as a witness")
    waits = serializers.BooleanField(help_text="I am its witness, and nobody has answered it")
    answered = serializers.BooleanField(help_text="By me")
    closeness = serializers.IntegerField(help_text="How many days of theirs I answered within thirty days")
    less = serializers.BooleanField(help_text="I asked for less of this habit")
    older = serializers.BooleanField(help_text="Too old to be sorted: by time alone")


class FeedCardShape(CardShape):
    why = serializers.ChoiceField([why.value for why in Why], help_text="Why it stands where it stands")
    sorts = SortsShape(help_text="What it is sorted by: shared/ranking.py makes the same order of it on a phone")


class LessShape(Shape):
    habit = HabitNameShape()
    person = PersonShape()
    since = serializers.DateTimeField()


class LessListShape(Shape):
    items = LessShape(many=True)


class FeedShape(Shape):
    items = FeedCardShape(many=True)
    next = serializers.CharField(allow_null=True)
