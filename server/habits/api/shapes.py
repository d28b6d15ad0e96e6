"""Shapes of check-ins and photos, for reading requests and for the schema."""

from datetime import datetime
from typing import Any

from rest_framework import serializers

from server.media.models import PhotoState

SLOT_STATES = [*PhotoState.values, "missing"]


class InstantField(serializers.DateTimeField):
    """An instant with its offset. One without is refused: nobody could tell which moment is meant."""

    def enforce_timezone(self, value: datetime) -> datetime:
        if value.tzinfo is None:
            self.fail("invalid", format="2026-03-02T09:00:00Z")
        return super().enforce_timezone(value)


class SlotShape(serializers.Serializer[Any]):
    n = serializers.IntegerField()
    photo = serializers.UUIDField()
    state = serializers.ChoiceField(SLOT_STATES)
    code = serializers.CharField(allow_null=True)
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class CheckInShape(serializers.Serializer[Any]):
    """Instants and `extra` are printed for the owner only; a posting undone later answers just `undone`."""

    id = serializers.UUIDField()
    habit = serializers.UUIDField()
    date = serializers.DateField()
    captured_at = serializers.DateTimeField(required=False)
    received_at = serializers.DateTimeField(required=False)
    late = serializers.BooleanField()
    extra = serializers.BooleanField(required=False)
    caption = serializers.CharField()
    amount = serializers.CharField(allow_null=True)
    source = serializers.CharField()
    photos = SlotShape(many=True)
    undone_at = serializers.DateTimeField(required=False, allow_null=True)
    updated_at = serializers.DateTimeField(required=False)
    undone = serializers.BooleanField(required=False)


class PhotoShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    state = serializers.ChoiceField(PhotoState.choices)
    code = serializers.CharField(required=False)
    width = serializers.IntegerField()
    height = serializers.IntegerField()
