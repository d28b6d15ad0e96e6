"""A witness's card for an empty day."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.responses.miss_services import answer_miss, look_at_miss
from shared import clock, limits


class MissAnswerShape(serializers.Serializer[Any]):
    """A cheer carries a preset; letting go carries none."""

    kind = serializers.ChoiceField(["cheer", "let_go"])
    preset = serializers.ChoiceField(limits.CHEERS, required=False, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs["preset"] = attrs.get("preset") or ""
        if bool(attrs["preset"]) != (attrs["kind"] == "cheer"):
            raise serializers.ValidationError({"preset": ["A cheer needs one; letting go has none."]})
        return attrs


class MissLookView(APIView):
    @extend_schema(operation_id="look_at_miss", request=None, responses={204: None})
    def put(self, request: Request, miss_id: UUID) -> Response:
        """I have seen this card."""
        look_at_miss(witness=request.user, miss_id=miss_id, now=clock.now())
        return Response(status=204)


class MissAnswerView(APIView):
    @extend_schema(operation_id="answer_miss", request=MissAnswerShape, responses=MissAnswerShape)
    def put(self, request: Request, miss_id: UUID) -> Response:
        """Cheer, or let it go. Changeable while the window runs."""
        body = MissAnswerShape(data=request.data)
        body.is_valid(raise_exception=True)
        answer = answer_miss(witness=request.user, miss_id=miss_id, now=clock.now(), **body.validated_data)
        return Response({"kind": answer.kind, "preset": answer.preset or None})
