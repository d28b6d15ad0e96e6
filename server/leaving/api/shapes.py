"""What goes in and comes out of the leaving endpoints."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.kernel.said import Said
from server.leaving.models import Export


class ExportShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    state = serializers.ChoiceField(Export.State.choices)
    progress = serializers.IntegerField(help_text="Percent")
    size = serializers.IntegerField(help_text="Bytes of the finished file")
    asked_at = serializers.DateTimeField()
    ready_at = serializers.DateTimeField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True)


class ExportsShape(serializers.Serializer[Any]):
    items = ExportShape(many=True)


class DepartureShape(serializers.Serializer[Any]):
    leaving = serializers.BooleanField()
    asked_at = serializers.DateTimeField(allow_null=True)
    ends_at = serializers.DateTimeField(allow_null=True, help_text="When everything is deleted")
    by_host = serializers.BooleanField(help_text="Closed by the people who run this Kith: only they can take it back")


@extend_schema_field({"type": "boolean", "enum": [True]})
class YesField(serializers.BooleanField):
    pass


class DepartureInput(Said):
    leave = YesField(help_text="true: yes, delete everything after seven days")

    def validate_leave(self, value: bool) -> bool:
        if not value:
            raise serializers.ValidationError("To stay, DELETE this.")
        return value
