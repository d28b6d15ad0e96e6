"""A witness's card for an empty day."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.said import Said
from server.kernel.schema import refuses
from server.responses.miss_services import answer_miss, look_at_miss
from shared import clock, limits
from shared.codes import Code


def _answer(kind: str, preset: dict[str, Any], *required: str) -> dict[str, Any]:
    said = {"kind": {"type": "string", "enum": [kind]}, "preset": preset}
    return {"type": "object", "properties": said, "required": ["kind", *required]}


CHEER = _answer("cheer", {"type": "string", "enum": list(limits.CHEERS)}, "preset")
LET_GO = _answer("let_go", {"type": "string", "enum": [None], "nullable": True})


class MissAnswerShape(Said):
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
    @extend_schema(
        operation_id="answer_miss", request={"application/json": {"oneOf": [CHEER, LET_GO]}},
        responses=MissAnswerShape, **refuses(Code.ALREADY_BACK, Code.WINDOW_CLOSED),
    )  # fmt: skip
    def put(self, request: Request, miss_id: UUID) -> Response:
        """Cheer, or let it go. Changeable while the window runs."""
        body = MissAnswerShape(data=request.data)
        body.is_valid(raise_exception=True)
        answer = answer_miss(witness=request.user, miss_id=miss_id, now=clock.now(), **body.validated_data)
        return Response({"kind": answer.kind, "preset": answer.preset or None})
