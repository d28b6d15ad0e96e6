"""Rest, and the clock a person lives by."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.habit_shapes import ClockInput, RestInput, RestShape
from server.habits.printing import print_rest
from server.habits.services.rests import end_rest, save_rest
from server.habits.services.travel import move_clock
from server.people.api.shapes import MeShape
from server.people.printing import print_me
from shared import clock


class RestView(APIView):
    @extend_schema(operation_id="save_rest", request=RestInput, responses={200: RestShape, 201: RestShape})
    def put(self, request: Request, rest_id: UUID) -> Response:
        """Rest one habit or all, under an id made by the phone."""
        wanted = RestInput(data=request.data)
        wanted.is_valid(raise_exception=True)
        given = wanted.validated_data
        rest, new = save_rest(
            owner=request.user, rest_id=rest_id, habit_id=given["habit"],
            first=given["first"], last=given["last"], now=clock.now(),
        )  # fmt: skip
        return Response(print_rest(rest), status=201 if new else 200)

    @extend_schema(operation_id="end_rest", responses={204: None})
    def delete(self, request: Request, rest_id: UUID) -> Response:
        """Rest no longer, from today on."""
        end_rest(owner=request.user, rest_id=rest_id, now=clock.now())
        return Response(status=204)


class ClockView(APIView):
    @extend_schema(operation_id="move_clock", request=ClockInput, responses=MeShape)
    def put(self, request: Request) -> Response:
        """Say in which zone I am, and when my day starts (from tomorrow)."""
        wanted = ClockInput(data=request.data)
        wanted.is_valid(raise_exception=True)
        given, now = wanted.validated_data, clock.now()
        move_clock(
            person=request.user, zone=given["zone"], day_start=given.get("day_start"), at=given.get("at", now), now=now
        )
        return Response(print_me(request.user, now=now))
