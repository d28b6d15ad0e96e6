"""Rest: one habit or all, for some days or until further notice."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.habit_shapes import RestInput, RestShape
from server.habits.printing import print_rest
from server.habits.services.rests import end_rest, save_rest
from server.kernel.schema import made_by_phone, refuses
from shared import clock
from shared.codes import Code


class RestView(APIView):
    @extend_schema(
        operation_id="save_rest", parameters=[made_by_phone("rest_id")],
        request=RestInput, responses={200: RestShape, 201: RestShape},
        **refuses(Code.CONFLICT, Code.REST_TOO_FAR_BACK, Code.TOO_MANY_BACKDATES),
    )  # fmt: skip
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
