"""Who came in with my link: is it them?"""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.schema import refuses
from server.people.api.account_shapes import ArrivalAnswerInput, ArrivalsShape
from server.people.printing import print_arrival
from server.people.selectors import arrivals_of
from server.people.services.vouching import confirm_arrival, decline_arrival
from shared import clock
from shared.codes import Code

ANSWERS = {"yes": confirm_arrival, "no": decline_arrival}


class ArrivalsView(APIView):
    @extend_schema(operation_id="list_arrivals", responses=ArrivalsShape)
    def get(self, request: Request) -> Response:
        """Who signed up with a link of mine and waits for me to say that it's them."""
        return Response({"items": [print_arrival(arrival) for arrival in arrivals_of(request.user)]})


class ArrivalView(APIView):
    @extend_schema(
        operation_id="answer_arrival",
        request=ArrivalAnswerInput,
        responses={204: None},
        **refuses(Code.CONFLICT, Code.TOO_MANY_FRIENDS),
    )
    def put(self, request: Request, person_id: UUID) -> Response:
        """Yes makes friends. No ends it, silently; an account nobody says yes to is closed."""
        said = ArrivalAnswerInput(data=request.data)
        said.is_valid(raise_exception=True)
        answer = ANSWERS[said.validated_data["answer"]]
        answer(inviter=request.user, person_id=person_id, now=clock.now())
        return Response(status=204)
