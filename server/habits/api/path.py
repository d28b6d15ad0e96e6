"""Habit days in addresses."""

from datetime import date

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from shared.codes import Code, Refused

DATE = OpenApiParameter("date", OpenApiTypes.DATE, OpenApiParameter.PATH, description="Habit day")


def read_day(text: str) -> date:
    """A date as it stands in an address. Raises Refused(not_found): no such day, no such page."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Refused(Code.NOT_FOUND) from error
    if day.isoformat() != text:
        raise Refused(Code.NOT_FOUND)
    return day
