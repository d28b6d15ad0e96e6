"""Shapes of letters, for reading requests and for the schema."""

from typing import Any

from rest_framework import serializers

from server.kernel.said import LineField, Said
from server.people.api.shapes import PersonShape
from shared import limits
from shared.letter_states import LetterState


class BlueLetterInput(Said):
    text = LineField(max_length=limits.BLUE_LETTER_MAX)


class OwnBlueLetterShape(serializers.Serializer[Any]):
    """All its owner is told: never the words."""

    has = serializers.BooleanField()
    since = serializers.DateTimeField(allow_null=True)
    offered = serializers.BooleanField()
    off = serializers.BooleanField(help_text="It switched itself off after two openings without a return")


class KeptBlueLetterShape(serializers.Serializer[Any]):
    """What a witness is told; the words only to one who keeps the letter."""

    has = serializers.BooleanField()
    keeps = serializers.BooleanField()
    text = serializers.CharField(allow_null=True)


class LetterAnswerInput(Said):
    choice = serializers.ChoiceField(["open", "leave_closed"])


class SealedLetterShape(serializers.Serializer[Any]):
    miss = serializers.UUIDField()
    date = serializers.DateField()
    state = serializers.CharField(help_text=", ".join(LetterState))
    reason = serializers.CharField(allow_null=True, help_text="Why it burnt")
    opens_at = serializers.DateTimeField()
    burns_at = serializers.DateTimeField(allow_null=True, help_text="While it may be opened")
    opened_at = serializers.DateTimeField(allow_null=True)
    before_photo = serializers.BooleanField(help_text="Opened before the check-in arrived that made it needless")
    text = serializers.CharField(allow_null=True, help_text="Once opened")


class GoldLetterInput(Said):
    text = LineField(max_length=limits.GOLD_LETTER_MAX)


class SealedGoldShape(serializers.Serializer[Any]):
    text = serializers.CharField()
    milestone = serializers.IntegerField()


class MyGoldLetterShape(serializers.Serializer[Any]):
    sealed = SealedGoldShape(allow_null=True)


class OpenedGoldShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    habit = serializers.UUIDField()
    writer = PersonShape()
    milestone = serializers.IntegerField()
    text = serializers.CharField()
    opened_at = serializers.DateTimeField()
    thanked = serializers.BooleanField(help_text="I thanked its writer")


class OpenedLettersShape(serializers.Serializer[Any]):
    gold = OpenedGoldShape(many=True)
    blue = SealedLetterShape(many=True)


class HardTimeInput(Said):
    friend = serializers.UUIDField(allow_null=True, required=False, default=None)
