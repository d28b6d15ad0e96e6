"""Nudges, at the address of the day they are about, and the days that wait for one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.path import DATE, read_day
from server.habits.api.photos import SIZE, AnyAccept, answer_bytes
from server.kernel.said import Said
from server.kernel.schema import refuses
from server.nudges.faces import get_nudge_face, remove_nudge_face
from server.nudges.selectors import Waiting, waited_for
from server.nudges.services import nudge
from server.people.api.shapes import PersonShape
from server.people.printing import brief
from server.responses.api.faces import UNWELCOME
from shared import clock, limits
from shared.codes import Code


class NudgeInput(Said):
    preset = serializers.ChoiceField(limits.NUDGES)
    photo = serializers.UUIDField(required=False, allow_null=True, help_text="My face: a picture of mine, sent before")


class NamedHabitShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    title = serializers.CharField()
    icon = serializers.CharField()


class WaitedForShape(serializers.Serializer[Any]):
    person = PersonShape()
    habit = NamedHabitShape()
    date = serializers.DateField(help_text="The owner's present habit day")
    day_number = serializers.IntegerField(help_text="Which it will be")


class WaitedForListShape(serializers.Serializer[Any]):
    items = WaitedForShape(many=True)


class WaitedForView(APIView):
    @extend_schema(operation_id="list_waited_for", responses=WaitedForListShape)
    def get(self, request: Request) -> Response:
        """Friends' days I, a witness, may say I'm waiting for. Whether somebody rests does not show."""
        return Response({"items": [_print(one) for one in waited_for(request.user, now=clock.now())]})


class NudgeView(APIView):
    @extend_schema(
        operation_id="nudge", parameters=[DATE], request=NudgeInput, responses={204: None},
        **refuses(Code.NOT_WAITED_FOR, Code.NUDGED_ALREADY, Code.TOO_MANY_NUDGES, *UNWELCOME),
    )  # fmt: skip
    def put(self, request: Request, habit_id: UUID, date: str) -> Response:
        """I'm waiting for yours. What becomes of it is not told."""
        said = NudgeInput(data=request.data)
        said.is_valid(raise_exception=True)
        preset, photo = said.validated_data["preset"], said.validated_data.get("photo")
        day, now = read_day(date), clock.now()
        nudge(sender=request.user, habit_id=habit_id, date=day, preset=preset, photo_id=photo, now=now)
        return Response(status=204)


class NudgeFaceView(APIView):
    @extend_schema(operation_id="remove_nudge_face", parameters=[DATE], responses={204: None})
    def delete(self, request: Request, habit_id: UUID, date: str, person_id: UUID) -> Response:
        """Delete this friend's picture, or my own, for good. The nudge stays."""
        day, now = read_day(date), clock.now()
        remove_nudge_face(remover=request.user, habit_id=habit_id, date=day, person_id=person_id, now=now)
        return Response(status=204)


class NudgeFaceBytesView(APIView):
    content_negotiation_class = AnyAccept

    @extend_schema(
        operation_id="see_nudge_face", parameters=[DATE, SIZE],
        responses={(200, "image/webp"): OpenApiTypes.BINARY, 304: None},
    )  # fmt: skip
    def get(self, request: Request, habit_id: UUID, date: str, person_id: UUID, size: str) -> HttpResponse:
        """The face in a nudge as WebP, for the two it is between."""
        photo = get_nudge_face(request.user, habit_id, read_day(date), person_id, now=clock.now())
        return answer_bytes(request, photo, size)


def _print(waiting: Waiting) -> dict[str, Any]:
    habit = waiting.habit
    return {
        "person": brief(habit.owner),
        "habit": {"id": str(habit.id), "title": habit.title, "icon": habit.icon},
        "date": waiting.date.isoformat(),
        "day_number": waiting.day_number,
    }
