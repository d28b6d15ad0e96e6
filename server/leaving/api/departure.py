"""Leaving, and staying after all."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.schema import refuses
from server.leaving.api.shapes import DepartureInput, DepartureShape
from server.leaving.printing import print_departure
from server.leaving.selectors import get_departure
from server.leaving.services.departures import leave, stay
from shared import clock
from shared.codes import Code

DECIDED = (Code.DEPARTED, Code.CLOSED_BY_HOST)


class DepartureView(APIView):
    open_before_terms = True

    @extend_schema(operation_id="read_departure", responses=DepartureShape)
    def get(self, request: Request) -> Response:
        """Whether I am leaving, and when everything is deleted."""
        return Response(print_departure(get_departure(request.user)))

    @extend_schema(operation_id="leave_kith", request=DepartureInput, responses=DepartureShape, **refuses(*DECIDED))
    def put(self, request: Request) -> Response:
        """Leave. To others I am gone at once; after seven days every row and photo of mine is deleted.

        Friendships, seats and invites end now, silently, and do not come back if I stay. I stay signed in, my habits
        rest, and for seven days I can take this back. Others keep their own days, without my looks and answers, and
        the number of their days doesn't change. A report I filed stays with the people who run this Kith, without my
        name and words. Backups forget me when they are thrown away, as docs/operations.md says.
        """
        asked = DepartureInput(data=request.data)
        asked.is_valid(raise_exception=True)
        return Response(print_departure(leave(person=request.user, now=clock.now())))

    @extend_schema(operation_id="stay", responses={204: None}, **refuses(*DECIDED))
    def delete(self, request: Request) -> Response:
        """Stay after all: everything I made is mine as before. Friends have to be asked anew."""
        stay(person=request.user, now=clock.now())
        return Response(status=204)
