"""Hard time? One call."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.habit_shapes import RestShape
from server.habits.printing import print_rest
from server.kernel.schema import made_by_phone, refuses
from server.letters.api.shapes import HardTimeInput
from server.letters.services.hard_times import have_a_hard_time
from shared import clock
from shared.codes import Code


class HardTimeView(APIView):
    @extend_schema(
        operation_id="have_a_hard_time",
        parameters=[made_by_phone("rest_id")],
        request=HardTimeInput,
        responses=RestShape,
        **refuses(Code.CONFLICT),
    )
    def put(self, request: Request, rest_id: UUID) -> Response:
        """Rest everything from today, burn what is sealed, and ask a friend to check on me. The phone makes the id."""
        said = HardTimeInput(data=request.data)
        said.is_valid(raise_exception=True)
        friend = said.validated_data["friend"]
        return Response(
            print_rest(have_a_hard_time(owner=request.user, rest_id=rest_id, friend_id=friend, now=clock.now()))
        )
