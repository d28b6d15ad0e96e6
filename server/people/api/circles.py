"""Circles of my friends. Only I see them."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.said import LineField, Said
from server.kernel.schema import made_by_phone, refuses
from server.people.api.shapes import PersonShape
from server.people.printing import brief
from server.people.selectors import circles_of, members_of
from server.people.services.circles import give_up_circle, save_circle
from shared import clock, limits
from shared.codes import Code


class CircleInput(Said):
    name = LineField(max_length=limits.NAME_MAX)
    members = serializers.ListField(child=serializers.UUIDField(), max_length=limits.FRIENDS_MAX)


class CircleShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    members = PersonShape(many=True)


class CirclesShape(serializers.Serializer[Any]):
    items = CircleShape(many=True)


class CirclesView(APIView):
    @extend_schema(operation_id="list_circles", responses=CirclesShape)
    def get(self, request: Request) -> Response:
        """My circles, oldest first."""
        circles = list(circles_of(request.user))
        members = members_of(circles)
        return Response({"items": [_print(circle.id, circle.name, members[circle.id]) for circle in circles]})


class CircleView(APIView):
    @extend_schema(
        operation_id="save_circle", parameters=[made_by_phone("circle_id")], request=CircleInput,
        responses={200: CircleShape, 201: CircleShape}, **refuses(Code.TOO_MANY_CIRCLES),
    )  # fmt: skip
    def put(self, request: Request, circle_id: UUID) -> Response:
        """Make a circle under an id made by the phone, or say all of it anew."""
        said = CircleInput(data=request.data)
        said.is_valid(raise_exception=True)
        circle, new = save_circle(owner=request.user, circle_id=circle_id, now=clock.now(), **said.validated_data)
        members = members_of([circle])[circle.id]
        return Response(_print(circle.id, circle.name, members), status=201 if new else 200)

    @extend_schema(operation_id="give_up_circle", responses={204: None})
    def delete(self, request: Request, circle_id: UUID) -> Response:
        """No longer this circle, nor anything it opened."""
        give_up_circle(owner=request.user, circle_id=circle_id, now=clock.now())
        return Response(status=204)


def _print(circle_id: UUID, name: str, members: list[Any]) -> dict[str, Any]:
    return {"id": str(circle_id), "name": name, "members": [brief(member) for member in members]}
