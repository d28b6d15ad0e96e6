"""Generated calls aimed at what is really there: the places of the village, in addresses and in bodies."""

from collections.abc import Mapping
from typing import Any

from schemathesis import Case
from schemathesis.core.parameters import ParameterLocation

from tests.server.access.village import Village

NAMED_IN_BODIES = {"subject_id": "check_in", "habit": "habit_id", "photos": ["photo_id"], "photo": "photo_id"}


def places_of(village: Village) -> dict[str, str]:
    return {**village.places, "person_id": village.places["witness"]}


def aimed(case: Case, places: Mapping[str, str]) -> bool:
    """Put what is really there into this call where what was made up is well formed; answers whether any was."""
    assert case.meta is not None
    found = False
    if not case.meta.is_negative_at(ParameterLocation.PATH):
        real = {name: places[name] for name in case.path_parameters if name in places}
        case.path_parameters = {**case.path_parameters, **real}
        found = bool(real)
    if isinstance(case.body, dict) and not case.meta.is_negative_at(ParameterLocation.BODY):
        named = {name: _real(name, places) for name in case.body if name in NAMED_IN_BODIES}
        case.body = {**case.body, **named}
        found = found or bool(named)
    return found


def _real(name: str, places: Mapping[str, str]) -> Any:
    said = NAMED_IN_BODIES[name]
    return [places[one] for one in said] if isinstance(said, list) else places[said]
