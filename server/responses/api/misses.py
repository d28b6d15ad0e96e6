"""A witness's card for an empty day."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.photos import SIZE, AnyAccept, answer_bytes
from server.kernel.said import Said
from server.kernel.schema import refuses
from server.responses.api.faces import UNWELCOME
from server.responses.miss_faces import get_miss_face, remove_miss_face
from server.responses.miss_services import Said as Answer
from server.responses.miss_services import answer_miss, look_at_miss
from server.responses.printing import print_miss_act
from server.responses.selectors import act_of
from shared import clock, limits
from shared.codes import Code

NOTHING = {"type": "string", "enum": [None], "nullable": True}
PRESET = {"type": "string", "enum": list(limits.CHEERS)}
PRESET_OR_NOT = {"type": "string", "enum": [*limits.CHEERS, None], "nullable": True}
WORDS = {"type": "string", "maxLength": limits.CHEER_WORDS_MAX, "description": "Only where the owner lets me write"}
PICTURE = {"type": "string", "format": "uuid", "description": "A picture of mine, sent before"}


def _answer(kind: str, *required: str, **said: dict[str, Any]) -> dict[str, Any]:
    named = {"kind": {"type": "string", "enum": [kind]}} | said
    return {"type": "object", "properties": named, "required": ["kind", *required]}


# No two of them fit one answer: a picture makes it the second, letting go has neither that nor words.
CHEER = _answer("cheer", "preset", preset=PRESET, words=WORDS, photo=NOTHING)
WITH_FACE = _answer("cheer", "photo", preset=PRESET_OR_NOT, words=WORDS, photo=PICTURE)
LET_GO = _answer("let_go", preset=NOTHING, words={"type": "string", "enum": [""]}, photo=NOTHING)


class MissAnswerInput(Said):
    """A cheer carries a preset, my own face, or both; letting go carries neither."""

    kind = serializers.ChoiceField(["cheer", "let_go"])
    preset = serializers.ChoiceField(limits.CHEERS, required=False, allow_null=True)
    words = serializers.CharField(max_length=limits.CHEER_WORDS_MAX, required=False, allow_blank=True)
    photo = serializers.UUIDField(required=False, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs["preset"] = attrs.get("preset") or ""
        cheers = attrs["kind"] == "cheer"
        if bool(attrs["preset"] or attrs.get("photo")) != cheers or (attrs.get("words") and not cheers):
            raise serializers.ValidationError({"preset": ["A cheer needs one, or a face; letting go has nothing."]})
        return attrs


class MissAnswerShape(serializers.Serializer[Any]):
    kind = serializers.CharField(help_text="cheer or let_go")
    preset = serializers.CharField(allow_null=True)
    words = serializers.CharField()
    picture = serializers.UUIDField(allow_null=True)


class MissLookView(APIView):
    @extend_schema(operation_id="look_at_miss", request=None, responses={204: None})
    def put(self, request: Request, miss_id: UUID) -> Response:
        """I have seen this card."""
        look_at_miss(witness=request.user, miss_id=miss_id, now=clock.now())
        return Response(status=204)


class MissAnswerView(APIView):
    @extend_schema(
        operation_id="answer_miss", request={"application/json": {"oneOf": [CHEER, WITH_FACE, LET_GO]}},
        responses=MissAnswerShape,
        **refuses(Code.ALREADY_BACK, Code.WINDOW_CLOSED, Code.OWN_WORDS_CLOSED, *UNWELCOME),
    )  # fmt: skip
    def put(self, request: Request, miss_id: UUID) -> Response:
        """Cheer, or let it go. Changeable while the window runs."""
        body = MissAnswerInput(data=request.data)
        body.is_valid(raise_exception=True)
        said = Answer(**body.validated_data)
        answer = answer_miss(witness=request.user, miss_id=miss_id, said=said, now=clock.now())
        return Response(print_miss_act(act_of(answer)))


class MissFaceView(APIView):
    @extend_schema(operation_id="remove_miss_face", responses={204: None})
    def delete(self, request: Request, miss_id: UUID, person_id: UUID) -> Response:
        """Delete this friend's picture, or my own, for good. That they cheered stays."""
        remove_miss_face(remover=request.user, miss_id=miss_id, person_id=person_id)
        return Response(status=204)


class MissFaceBytesView(APIView):
    content_negotiation_class = AnyAccept

    @extend_schema(
        operation_id="see_miss_face", parameters=[SIZE],
        responses={(200, "image/webp"): OpenApiTypes.BINARY, 304: None},
    )  # fmt: skip
    def get(self, request: Request, miss_id: UUID, person_id: UUID, size: str) -> HttpResponse:
        """The face in a cheer as WebP, for the two it is between."""
        return answer_bytes(request, get_miss_face(request.user, miss_id, person_id), size)
