"""Forms of a page, read by the same serializers as the bodies of the API, and cleaned by the same rules."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from rest_framework import serializers

from server.kernel.text import clean
from shared import ids
from shared.codes import Code, Refused


def read(form: type[serializers.Serializer[Any]], said: dict[str, Any]) -> dict[str, Any]:
    """What was said, as the API would understand it. Raises Refused(invalid)."""
    asked = form(data=clean(said))
    if not asked.is_valid():
        raise Refused(Code.INVALID)
    return dict(asked.validated_data)


def field(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "")


def made_by_page(request: HttpRequest, name: str = "id") -> UUID:
    """The id a form brought along, made when its page was drawn: sent twice, it is the same thing.

    Raises Refused(invalid) for a form without.
    """
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError as error:
        raise Refused(Code.INVALID) from error


def fresh_id() -> str:
    """For a form that makes something."""
    return str(ids.uuid7())
