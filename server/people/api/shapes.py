"""What goes in and comes out of the people endpoints."""

from rest_framework import serializers

from server.kernel.said import LineField, Said
from shared import limits
from shared.languages import LANGUAGES
from shared.ranking import Knob

MINUTES_A_DAY = 24 * 60


def minutes(**bounds: bool) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=0, max_value=MINUTES_A_DAY - 1, **bounds)


class PersonShape(serializers.Serializer):
    """Somebody, as others see them."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    avatar = serializers.CharField()


class ClockChangeShape(serializers.Serializer):
    """From this instant on: this zone, and days that start so many minutes after midnight."""

    from_instant = serializers.DateTimeField()
    zone = serializers.CharField()
    day_start = serializers.IntegerField()


class WaitingShape(serializers.Serializer):
    """My inviter has yet to say that it's me."""

    inviter = PersonShape()
    until = serializers.DateTimeField(help_text="When the account is closed if they don't.")


class MeShape(PersonShape):
    email = serializers.EmailField()
    zone = serializers.CharField()
    day_start = serializers.IntegerField()
    clock = ClockChangeShape(many=True)
    grace_minutes = serializers.IntegerField()
    quiet_from = serializers.IntegerField()
    quiet_to = serializers.IntegerField()
    rounds_minute = serializers.IntegerField(
        allow_null=True, help_text="When the one push about friends' days rings; null for never."
    )
    looks_quietly = serializers.BooleanField(help_text="I look without being shown.")
    adult = serializers.BooleanField(help_text="Certainly 18: letters are for them")
    nudges_a_day = serializers.IntegerField()
    told_of_beside = serializers.BooleanField(help_text="Tell me when somebody keeps a habit of mine beside theirs")
    language = serializers.CharField(help_text="In which I am written to: one Kith speaks, or empty")
    comes_first = serializers.ListField(
        child=serializers.ChoiceField([knob.value for knob in Knob]), help_text="In my feed, the strongest first"
    )
    waiting = WaitingShape(allow_null=True)
    terms_to_accept = serializers.IntegerField(
        allow_null=True, help_text="The version in force, while it is not accepted and nothing can be written."
    )
    seq = serializers.IntegerField()


class ProfileInput(Said):
    name = LineField(max_length=limits.NAME_MAX, required=False)
    avatar = serializers.ChoiceField(limits.AVATARS, required=False)
    grace_minutes = serializers.IntegerField(
        min_value=limits.GRACE_MIN.seconds // 60, max_value=limits.GRACE_DEFAULT.seconds // 60, required=False
    )
    quiet_from = minutes(required=False)
    quiet_to = minutes(required=False)
    rounds_minute = minutes(required=False, allow_null=True)
    looks_quietly = serializers.BooleanField(required=False)
    nudges_a_day = serializers.IntegerField(min_value=0, max_value=limits.NUDGES_RECEIVED_PER_DAY, required=False)
    told_of_beside = serializers.BooleanField(required=False)
    language = serializers.ChoiceField([*LANGUAGES], allow_blank=True, required=False)
    comes_first = serializers.ListField(
        child=serializers.ChoiceField([knob.value for knob in Knob]), max_length=len(Knob), required=False
    )

    def validate_comes_first(self, names: list[str]) -> list[str]:
        """A set, kept in the one order there is."""
        return [knob.value for knob in Knob if knob.value in names]


class FriendShape(PersonShape):
    since = serializers.DateTimeField()
    muted = serializers.BooleanField(help_text="What they do does not come up by itself; they don't know")
    restricted = serializers.BooleanField(help_text="They see nothing of mine meanwhile; they don't know")
    own_words = serializers.BooleanField(help_text="They may write to me in their own words, and see that they may")


class DistanceInput(Said):
    muted = serializers.BooleanField()
    restricted = serializers.BooleanField()


class OwnWordsInput(Said):
    allowed = serializers.BooleanField()


class FriendsShape(serializers.Serializer):
    items = FriendShape(many=True)


class PeopleShape(serializers.Serializer):
    items = PersonShape(many=True)


class InviteShape(serializers.Serializer):
    id = serializers.UUIDField()
    expires_at = serializers.DateTimeField()


class NewInviteShape(InviteShape):
    token = serializers.CharField(help_text="Shown only in this answer; no later one holds it.")
    url = serializers.URLField()


class InvitesShape(serializers.Serializer):
    items = InviteShape(many=True)


class PreviewShape(serializers.Serializer):
    inviter = PersonShape()
    expires_at = serializers.DateTimeField()


class AcceptedShape(serializers.Serializer):
    friend = PersonShape()
