"""Shapes of the owner's own reading, for the schema."""

from rest_framework import serializers

from server.beside.api.shapes import AnchorShape, RoleModelShape
from server.comments.api.comments import CommentShape
from server.feed.api.card_shapes import PhotoPlaceShape, Shape
from server.habits.api.habit_shapes import DayStateShape, StreakShape
from server.habits.api.shapes import CheckInShape
from server.people.api.shapes import PersonShape
from server.responses.api.misses import MissAnswerShape
from shared.letter_states import LetterState


class CheerShape(Shape):
    id = serializers.UUIDField()
    person = serializers.UUIDField()
    preset = serializers.CharField(allow_null=True)
    words = serializers.CharField(help_text="Of a friend I let write; else empty")
    picture = serializers.UUIDField(allow_null=True, help_text="Set while their face is there to be seen")


class OwnLetterShape(Shape):
    state = serializers.CharField(help_text=", ".join(LetterState))
    reason = serializers.CharField(allow_null=True)
    opens_at = serializers.DateTimeField()
    burns_at = serializers.DateTimeField(allow_null=True)
    before_photo = serializers.BooleanField()
    keeper = PersonShape(allow_null=True)


class OwnMissShape(Shape):
    id = serializers.UUIDField()
    habit = serializers.UUIDField()
    date = serializers.DateField()
    closed_at = serializers.DateTimeField()
    opens_at = serializers.DateTimeField()
    state = serializers.CharField()
    returned_on = serializers.DateField(allow_null=True)
    seen_by = serializers.ListField(child=serializers.UUIDField())
    cheers = CheerShape(many=True)
    letter = OwnLetterShape(allow_null=True)


class GraceShape(Shape):
    date = serializers.DateField()
    until = serializers.DateTimeField()


class QuotaShape(Shape):
    done = serializers.IntegerField()
    needed = serializers.IntegerField()


class FaceShape(Shape):
    person = PersonShape()
    role = serializers.CharField(help_text="witness or gallery")
    looked = serializers.BooleanField()
    looked_at = serializers.DateTimeField(allow_null=True)
    answer = serializers.CharField(allow_null=True)
    answered_at = serializers.DateTimeField(allow_null=True)
    picture = serializers.UUIDField(
        allow_null=True, help_text="Another one for another picture; set while their face is there to be seen"
    )
    saw_miss = serializers.BooleanField()
    miss_answer = MissAnswerShape(allow_null=True)


class SeasonDayShape(Shape):
    number = serializers.IntegerField()
    day = serializers.IntegerField()
    days = serializers.IntegerField()
    asks = serializers.BooleanField(help_text="It is over, and the owner is asked: again, lighter, or done?")


class TodayHabitShape(Shape):
    id = serializers.UUIDField()
    title = serializers.CharField()
    icon = serializers.CharField()
    date = serializers.DateField()
    duty = serializers.CharField(help_text="must, optional or not_due")
    state = serializers.CharField()
    day_number = serializers.IntegerField()
    grace = GraceShape(allow_null=True)
    closes_at = serializers.DateTimeField()
    mood = serializers.CharField()
    miss = OwnMissShape(allow_null=True)
    spared = serializers.BooleanField(help_text="A bad week: the miss is not cold, one question is asked")
    waiting_letter = OwnMissShape(allow_null=True, help_text="The miss whose letter waits to be opened or left closed")
    came_back = serializers.BooleanField()
    resting = serializers.BooleanField()
    quota = QuotaShape(allow_null=True)
    check_in = CheckInShape(allow_null=True)
    comments = CommentShape(many=True)
    first_photo = PhotoPlaceShape(allow_null=True)
    last_photo = PhotoPlaceShape(allow_null=True)
    week = DayStateShape(many=True)
    streak = StreakShape()
    strength = serializers.FloatField()
    forgiven = serializers.ListField(child=serializers.DateField())
    crowd = FaceShape(many=True)
    season = SeasonDayShape(allow_null=True)
    named = PersonShape(allow_null=True)
    anchor = AnchorShape(allow_null=True, help_text="What today stands beside; null: day 1")
    role_models = RoleModelShape(many=True)


class TodayShape(Shape):
    person = PersonShape()
    habits = TodayHabitShape(many=True)
    waiting = serializers.IntegerField()
    notices = serializers.IntegerField()
