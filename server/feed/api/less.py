"""What a reader wants less of in their feed. Nobody is told, and every answer is the same."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.feed.api.card_shapes import LessListShape
from server.feed.printing import print_less
from server.feed.selectors.less import less_of
from server.feed.services import show_as_before, show_less
from shared import clock


class LessListView(APIView):
    @extend_schema(operation_id="list_less", responses=LessListShape)
    def get(self, request: Request) -> Response:
        """Habits of friends I asked for less of, the latest first."""
        return Response({"items": [print_less(less) for less in less_of(request.user)]})


class LessView(APIView):
    @extend_schema(operation_id="show_less", request=None, responses={204: None})
    def put(self, request: Request, habit_id: UUID) -> Response:
        """Show the days of this habit after the others."""
        show_less(viewer=request.user, habit_id=habit_id, now=clock.now())
        return Response(status=204)

    @extend_schema(operation_id="show_as_before", responses={204: None})
    def delete(self, request: Request, habit_id: UUID) -> Response:
        """No less of it than of others."""
        show_as_before(viewer=request.user, habit_id=habit_id)
        return Response(status=204)
