"""Friends' habits kept beside one's own, at the address of the two habits."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.beside.services.role_models import keep_beside, let_go_of
from server.kernel.schema import refuses
from shared import clock
from shared.codes import Code


class RoleModelView(APIView):
    @extend_schema(
        operation_id="keep_beside", request=None, responses={204: None}, **refuses(Code.TOO_MANY_ROLE_MODELS)
    )
    def put(self, request: Request, habit_id: UUID, model_id: UUID) -> Response:
        """Keep a friend's habit, which I may see, beside mine. They are told if they asked to be."""
        keep_beside(owner=request.user, habit_id=habit_id, model_id=model_id, now=clock.now())
        return Response(status=204)

    @extend_schema(operation_id="let_go_of_role_model", responses={204: None})
    def delete(self, request: Request, habit_id: UUID, model_id: UUID) -> Response:
        """Keep it beside mine no longer. Nobody is told."""
        let_go_of(owner=request.user, habit_id=habit_id, model_id=model_id)
        return Response(status=204)
