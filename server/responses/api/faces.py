"""One's own face as an answer, at the address of the day it is about."""

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
from server.media.services import FOR_GOOD
from server.responses.faces import answer_with_face, get_visible_face, remove_face
from shared import clock
from shared.codes import Code

UNWELCOME = (*FOR_GOOD, Code.PHOTO_MISSING, Code.PHOTO_CONFLICT, Code.PRESETS_ONLY)


class FaceInput(Said):
    photo = serializers.UUIDField(help_text="A picture of mine, sent before")


class FaceAnswerView(APIView):
    @extend_schema(
        operation_id="answer_with_face", parameters=[DATE], request=FaceInput, responses={204: None},
        **refuses(*UNWELCOME),
    )  # fmt: skip
    def put(self, request: Request, habit_id: UUID, date: str) -> Response:
        """Answer a check-in with my own face, in place of any answer before."""
        body = FaceInput(data=request.data)
        body.is_valid(raise_exception=True)
        photo = body.validated_data["photo"]
        answer_with_face(viewer=request.user, habit_id=habit_id, date=read_day(date), photo_id=photo, now=clock.now())
        return Response(status=204)


class FaceView(APIView):
    @extend_schema(operation_id="remove_face", parameters=[DATE], responses={204: None})
    def delete(self, request: Request, habit_id: UUID, date: str, person_id: UUID) -> Response:
        """Delete this friend's picture, or my own, for good. That they answered stays."""
        remove_face(remover=request.user, habit_id=habit_id, date=read_day(date), person_id=person_id)
        return Response(status=204)


class FaceBytesView(APIView):
    """Asks each time whether the day is still theirs to see, like a day's own photos."""

    content_negotiation_class = AnyAccept

    @extend_schema(
        operation_id="see_face", parameters=[DATE, SIZE],
        responses={(200, "image/webp"): OpenApiTypes.BINARY, 304: None},
    )  # fmt: skip
    def get(self, request: Request, habit_id: UUID, date: str, person_id: UUID, size: str) -> HttpResponse:
        """The picture as WebP, for the two it is between."""
        return answer_bytes(request, get_visible_face(request.user, habit_id, read_day(date), person_id), size)
