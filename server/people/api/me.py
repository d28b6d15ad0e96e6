"""/me: a person's own page."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.schema import refuses
from server.people.api.account_shapes import TermsInput
from server.people.api.shapes import MeShape, ProfileInput
from server.people.printing import print_me
from server.people.services.profile import change_profile
from server.people.services.terms import accept_terms
from shared import clock
from shared.codes import Code


class MeView(APIView):
    @extend_schema(operation_id="read_me", responses=MeShape)
    def get(self, request: Request) -> Response:
        """Everything a person sees about themselves."""
        return Response(print_me(request.user, now=clock.now()))

    @extend_schema(operation_id="change_me", request=ProfileInput, responses=MeShape)
    def patch(self, request: Request) -> Response:
        """Set name, avatar, grace, quiet hours, the hour of the rounds and the rest; what is left out stays."""
        wanted = ProfileInput(data=request.data)
        wanted.is_valid(raise_exception=True)
        now = clock.now()
        person = change_profile(person=request.user, now=now, **wanted.validated_data)
        return Response(print_me(person, now=now))


class TermsView(APIView):
    open_before_terms = True

    @extend_schema(operation_id="accept_terms", request=TermsInput, responses=MeShape, **refuses(Code.CONFLICT))
    def put(self, request: Request) -> Response:
        """Say yes to the version of the terms that is in force."""
        said = TermsInput(data=request.data)
        said.is_valid(raise_exception=True)
        now = clock.now()
        accept_terms(person=request.user, version=said.validated_data["version"], now=now)
        return Response(print_me(request.user, now=now))
