"""The clock a person lives by: every deadline of their habits follows it."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.habit_shapes import ClockInput
from server.habits.services.travel import move_clock
from server.kernel.schema import refuses
from server.people.api.shapes import MeShape
from server.people.printing import print_me
from shared import clock
from shared.codes import Code


class ClockView(APIView):
    @extend_schema(
        operation_id="move_clock", request=ClockInput, responses=MeShape,
        **refuses(Code.UNKNOWN_ZONE, Code.INVALID_CLOCK, Code.TOO_OLD),
    )  # fmt: skip
    def put(self, request: Request) -> Response:
        """Say in which zone I am, and when my day starts (from tomorrow)."""
        wanted = ClockInput(data=request.data)
        wanted.is_valid(raise_exception=True)
        given, now = wanted.validated_data, clock.now()
        move_clock(
            person=request.user, zone=given["zone"], day_start=given.get("day_start"), at=given.get("at", now), now=now
        )
        return Response(print_me(request.user, now=now))
