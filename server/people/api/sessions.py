"""Signed-in devices: seen and ended."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.people.api.account_shapes import SessionsShape
from server.people.printing import print_session
from server.people.selectors import sessions_of
from server.people.services.session_ends import end_other_sessions, end_session
from shared import clock


class SessionsView(APIView):
    open_before_terms = True

    @extend_schema(operation_id="list_sessions", responses=SessionsShape)
    def get(self, request: Request) -> Response:
        """Where I am signed in, the latest sign-in first."""
        rows = sessions_of(request.user, now=clock.now())
        return Response({"items": [print_session(row, current=request.auth) for row in rows]})

    @extend_schema(operation_id="end_other_sessions", responses={204: None})
    def delete(self, request: Request) -> Response:
        """Sign out everywhere but here, at once."""
        end_other_sessions(person=request.user, keep=request.auth)
        return Response(status=204)


class SessionView(APIView):
    open_before_terms = True

    @extend_schema(operation_id="end_session", responses={204: None})
    def delete(self, request: Request, session_id: UUID) -> Response:
        """Sign one device out at once. One that is signed out already stays so."""
        end_session(person=request.user, session_id=session_id)
        return Response(status=204)
