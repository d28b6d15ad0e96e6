"""Shapes of challenges, for reading requests and for the schema."""

from typing import Any

from rest_framework import serializers

from server.habits.api.days import AmountField
from server.kernel.said import LineField, Said
from server.people.api.shapes import PersonShape
from shared import limits
from shared.challenges.kinds import Kind

MINUTES_A_DAY = 24 * 60
KINDS = [kind.value for kind in Kind]


def _weekdays(**said: Any) -> serializers.ListField:
    weekday = serializers.IntegerField(min_value=0, max_value=6)
    return serializers.ListField(child=weekday, min_length=1, max_length=7, **said)


class BroughtInput(Said):
    habit = serializers.UUIDField(help_text="One of mine; under an id that nothing has yet, one is made for this")
    own_target = AmountField(required=False, help_text="Of the made one, a day, in the goal's unit")


class EditInput(Said):
    title = LineField(max_length=limits.TITLE_MAX, required=False)
    icon = serializers.CharField(max_length=limits.ICON_MAX, required=False)
    ends_on = serializers.DateField(required=False)
    weekdays = _weekdays(required=False, help_text="On which it asks for a day; Monday is 0")
    goal = AmountField(required=False, help_text="Of a goal, in its unit")
    reward = serializers.CharField(
        max_length=limits.REWARD_MAX, allow_blank=True, required=False, help_text="When we make it: …"
    )
    open_to_fork = serializers.BooleanField(required=False, help_text="Its members may start another from it")


class ChallengeInput(EditInput):
    kind = serializers.ChoiceField(KINDS)
    title = LineField(max_length=limits.TITLE_MAX)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    unit = serializers.CharField(max_length=limits.UNIT_MAX, required=False, help_text="Of a goal")
    asks_at = serializers.IntegerField(
        min_value=0, max_value=MINUTES_A_DAY - 1, required=False,
        help_text="Of a together: the minute of everybody's own day at which the window of two hours opens",
    )  # fmt: skip
    habit = serializers.UUIDField(help_text="One of mine; under an id that nothing has yet, one is made for this")
    own_target = AmountField(required=False, help_text="Of the made one, a day, in the goal's unit")


class ForkInput(BroughtInput):
    starts_on = serializers.DateField()


class TermsShape(serializers.Serializer[Any]):
    """What everybody who is in it or asked to it may know. Both dates are lived on each member's own wall."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(KINDS)
    title = serializers.CharField()
    icon = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    weekdays = serializers.ListField(child=serializers.IntegerField())
    unit = serializers.CharField()
    goal = serializers.CharField(allow_null=True)
    asks_at = serializers.IntegerField(allow_null=True)
    reward = serializers.CharField()
    ended = serializers.BooleanField(help_text="Its last date is over for everybody, grace included")


class MineShape(TermsShape):
    habit = serializers.UUIDField(help_text="Mine, whose days count here")
    first = serializers.DateField(help_text="My first date that counts")


class AskedShape(serializers.Serializer[Any]):
    challenge = TermsShape()
    inviter = PersonShape()
    expires_at = serializers.DateTimeField()


class ChallengesShape(serializers.Serializer[Any]):
    items = MineShape(many=True)
    asked = AskedShape(many=True)


class GroupInvitationShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    person = PersonShape(allow_null=True, help_text="null: a link")
    expires_at = serializers.DateTimeField()


class LinkShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    expires_at = serializers.DateTimeField()
    token = serializers.CharField(help_text="Shown this once")
    url = serializers.CharField()


class GroupPhotoShape(serializers.Serializer[Any]):
    n = serializers.IntegerField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class GroupPostedShape(serializers.Serializer[Any]):
    check_in = serializers.UUIDField()
    caption = serializers.CharField()
    part_of_day = serializers.CharField(help_text="morning, afternoon or evening; empty within a together's window")
    late = serializers.BooleanField()
    source = serializers.CharField()
    photos = GroupPhotoShape(many=True)


class GroupFaceShape(serializers.Serializer[Any]):
    person = PersonShape()
    is_in = serializers.BooleanField()
    blurred = serializers.BooleanField(help_text="Something is there, to be looked at once I posted this date, too")
    posted = GroupPostedShape(allow_null=True)


class GroupFacesShape(serializers.Serializer[Any]):
    date = serializers.DateField()
    items = GroupFaceShape(many=True)


class MemberShape(serializers.Serializer[Any]):
    person = PersonShape()
    days = serializers.ListField(child=serializers.DateField(), help_text="Kept, as far as I see; else simply empty")


class OriginShape(serializers.Serializer[Any]):
    title = serializers.CharField()
    name = serializers.CharField()


class WeekShape(serializers.Serializer[Any]):
    monday = serializers.DateField()
    mine = serializers.IntegerField(allow_null=True)
    lead = serializers.IntegerField(allow_null=True)
    leader = PersonShape(allow_null=True, help_text="null: I lead")


class ProgressShape(serializers.Serializer[Any]):
    """Of each kind its own; the rest is null or empty."""

    days = serializers.ListField(
        child=serializers.DateField(), help_text="Duet: side by side; together: somebody was there; chain: all were in"
    )
    links = serializers.IntegerField(allow_null=True, help_text="Chain")
    total = serializers.CharField(allow_null=True, help_text="Goal: everybody's, in its unit")
    mine = serializers.CharField(allow_null=True, help_text="Goal: what of it is mine, for me alone")
    reached_on = serializers.DateField(allow_null=True, help_text="Goal")
    week = WeekShape(allow_null=True, help_text="League")


class PageShape(MineShape):
    today = serializers.DateField(help_text="My own habit day")
    created_by_me = serializers.BooleanField(help_text="I look after it: edit, and send somebody away")
    open_to_fork = serializers.BooleanField()
    room = serializers.IntegerField()
    started_from = OriginShape(allow_null=True)
    forks = serializers.IntegerField()
    members = MemberShape(many=True)
    faces = GroupFaceShape(many=True, help_text="Everybody on my today")
    invitations = GroupInvitationShape(many=True, help_text="Mine that are open")
    progress = ProgressShape()
