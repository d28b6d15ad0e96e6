"""Looks, reactions and thanks, at the address of the day they are about."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.days import DATE
from server.habits.api.path import read_day
from server.kernel.said import Said
from server.responses.services import react, record_look, take_back_reaction, thank
from shared import clock, limits


class ReactionShape(Said):
    kind = serializers.ChoiceField(limits.REACTIONS)


class LookView(APIView):
    @extend_schema(operation_id="look_at_day", parameters=[DATE], request=None, responses={204: None})
    def put(self, request: Request, habit_id: UUID, date: str) -> Response:
        """I have seen this check-in."""
        record_look(viewer=request.user, habit_id=habit_id, date=read_day(date), now=clock.now())
        return Response(status=204)


class ReactionView(APIView):
    @extend_schema(operation_id="react_to_day", parameters=[DATE], request=ReactionShape, responses=ReactionShape)
    def put(self, request: Request, habit_id: UUID, date: str) -> Response:
        """Answer a check-in, or change the answer."""
        body = ReactionShape(data=request.data)
        body.is_valid(raise_exception=True)
        kind = body.validated_data["kind"]
        react(viewer=request.user, habit_id=habit_id, date=read_day(date), kind=kind, now=clock.now())
        return Response({"kind": kind})

    @extend_schema(operation_id="take_back_reaction", parameters=[DATE], responses={204: None})
    def delete(self, request: Request, habit_id: UUID, date: str) -> Response:
        """Take the answer back."""
        take_back_reaction(viewer=request.user, habit_id=habit_id, date=read_day(date), now=clock.now())
        return Response(status=204)


class ThanksView(APIView):
    @extend_schema(operation_id="thank_for_answer", parameters=[DATE], request=None, responses={204: None})
    def put(self, request: Request, habit_id: UUID, date: str, person_id: UUID) -> Response:
        """Thank somebody who answered my check-in."""
        day = read_day(date)
        thank(owner=request.user, habit_id=habit_id, date=day, person_id=person_id, now=clock.now())
        return Response(status=204)
