"""Reading what a request says as it is said: a number is no text, "yes" is no boolean, nothing is guessed."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from server.kernel.text import one_line, shows

_SPELLED: tuple[tuple[type[serializers.Field], type], ...] = (
    (serializers.BooleanField, bool),
    (serializers.IntegerField, int),
    (serializers.CharField, str),
    (serializers.ChoiceField, str),
    (serializers.DecimalField, str),
    (serializers.UUIDField, str),
)


# A request's body. DRF alone would take 7 for a name and "on" for true.
# (A docstring here would become every body's description in the schema.)
class Said(serializers.Serializer[Any]):
    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            wrong = [name for name, field in self.fields.items() if name in data and not _fits(field, data[name])]
            if wrong:
                raise serializers.ValidationError({name: ["Not a valid value."] for name in wrong})
        return super().to_internal_value(data)


class LineField(serializers.CharField):
    """Words on one line, with something to see in them."""

    default_error_messages = {"blank": "There is nothing to see in this."}

    def to_internal_value(self, data: Any) -> str:
        line = one_line(super().to_internal_value(data))
        if not shows(line):
            self.fail("blank")
        return line


def _fits(field: serializers.Field[Any, Any, Any, Any], value: Any) -> bool:
    if value is None:
        return True
    if isinstance(field, serializers.ListField) and isinstance(value, list):
        return all(_fits(field.child, one) for one in value)
    kind = next((kind for known, kind in _SPELLED if isinstance(field, known)), None)
    if kind is int and isinstance(value, float):
        return value.is_integer()  # JSON has one kind of number: 5.0 is 5
    return kind is None or type(value) is kind
