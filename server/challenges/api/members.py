"""Coming in and going, asking others, and what members do for each other."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.challenges.api.challenges import COMING_IN, brought
from server.challenges.api.shapes import AskedShape, BroughtInput, GroupInvitationShape, LinkShape, PageShape
from server.challenges.printing import print_asked, print_invitation, print_page
from server.challenges.selectors.page import read_page
from server.challenges.selectors.reading import get_link
from server.challenges.selectors.sight import get_member_photo
from server.challenges.services import inviting
from server.challenges.services.carrying import carry
from server.challenges.services.leaving import leave_challenge, remove_member
from server.challenges.services.members import join_asked, join_by_link
from server.habits.api.path import DATE, read_day
from server.habits.api.photos import SIZE, AnyAccept, answer_bytes
from server.kernel.schema import refuses
from server.people.models import Person
from shared import clock
from shared.codes import Code

ASKING = (Code.CHALLENGE_OVER, Code.TOO_MANY_INVITES, Code.NOT_CONFIRMED_YET)
ENTERING = (*COMING_IN, Code.ALREADY_IN, Code.CHALLENGE_FULL, Code.CHALLENGE_OVER)


class MembershipView(APIView):
    @extend_schema(
        operation_id="join_challenge", request=BroughtInput, responses=PageShape, **refuses(*ENTERING)
    )  # fmt: skip
    def put(self, request: Request, challenge_id: UUID) -> Response:
        """Come in, where a friend asked me to."""
        said = BroughtInput(data=request.data)
        said.is_valid(raise_exception=True)
        join_asked(
            person=request.user, challenge_id=challenge_id, brought=brought(said.validated_data), now=clock.now()
        )
        return _page(request.user, challenge_id)

    @extend_schema(operation_id="leave_challenge", responses={204: None})
    def delete(self, request: Request, challenge_id: UUID) -> Response:
        """Leave, quietly. What my days counted for stays counted; nobody sees them any more."""
        leave_challenge(person=request.user, challenge_id=challenge_id, now=clock.now())
        return Response(status=204)


class InvitationView(APIView):
    @extend_schema(operation_id="turn_down_challenge", responses={204: None})
    def delete(self, request: Request, challenge_id: UUID) -> Response:
        """Say no to the friend who asked, quietly."""
        inviting.turn_down(person=request.user, challenge_id=challenge_id, now=clock.now())
        return Response(status=204)


class AskView(APIView):
    @extend_schema(
        operation_id="ask_into_challenge", request=None, responses=GroupInvitationShape,
        **refuses(Code.ALREADY_IN, *ASKING),
    )  # fmt: skip
    def put(self, request: Request, challenge_id: UUID, person_id: UUID) -> Response:
        """Ask a friend of mine in."""
        asked = inviting.ask_friend(
            inviter=request.user, challenge_id=challenge_id, friend_id=person_id, now=clock.now()
        )
        return Response(print_invitation(asked))


class LinksView(APIView):
    @extend_schema(
        operation_id="open_challenge_link", request=None, responses={201: LinkShape}, **refuses(*ASKING)
    )  # fmt: skip
    def post(self, request: Request, challenge_id: UUID) -> Response:
        """A link that lets people in for a week."""
        link, token = inviting.open_link(inviter=request.user, challenge_id=challenge_id, now=clock.now())
        shown = {name: value for name, value in print_invitation(link).items() if name != "person"}
        return Response(shown | {"token": token, "url": f"{settings.PUBLIC_URL}/c/{token}"}, status=201)


class OwnInvitationView(APIView):
    @extend_schema(operation_id="withdraw_challenge_invitation", responses={204: None})
    def delete(self, request: Request, challenge_id: UUID, invitation_id: UUID) -> Response:
        """Let a link or an asking of mine work no longer."""
        inviting.withdraw_invitation(
            inviter=request.user, challenge_id=challenge_id, invitation_id=invitation_id, now=clock.now()
        )
        return Response(status=204)


class LinkPreviewView(APIView):
    @extend_schema(operation_id="preview_challenge_link", responses=AskedShape)
    def get(self, request: Request, token: str) -> Response:
        """What it is and who asks, before anything is decided."""
        return Response(print_asked(get_link(request.user, token, now=clock.now())))


class LinkMembershipView(APIView):
    @extend_schema(
        operation_id="join_challenge_by_link", request=BroughtInput, responses=PageShape, **refuses(*ENTERING)
    )  # fmt: skip
    def put(self, request: Request, token: str) -> Response:
        """Come in with a link."""
        said = BroughtInput(data=request.data)
        said.is_valid(raise_exception=True)
        membership = join_by_link(
            person=request.user, token=token, brought=brought(said.validated_data), now=clock.now()
        )
        return _page(request.user, membership.challenge_id)


class MemberView(APIView):
    @extend_schema(operation_id="remove_member", responses={204: None})
    def delete(self, request: Request, challenge_id: UUID, person_id: UUID) -> Response:
        """Send a member away for good, if I look after it. To the others it looks like leaving."""
        remove_member(creator=request.user, challenge_id=challenge_id, person_id=person_id, now=clock.now())
        return Response(status=204)


class CarryView(APIView):
    @extend_schema(
        operation_id="carry", parameters=[DATE], request=None, responses={204: None},
        **refuses(
            Code.CARRY_ONESELF, Code.CARRY_NOT_NOW, Code.CARRY_LOCKED, Code.CARRY_SPENT, Code.CHALLENGE_OVER
        ),
    )  # fmt: skip
    def put(self, request: Request, challenge_id: UUID, person_id: UUID, date: str) -> Response:
        """Have a member of my chain counted in on this date, once a week. To the others they are simply in."""
        carry(
            carrier=request.user, challenge_id=challenge_id, person_id=person_id, date=read_day(date), now=clock.now()
        )
        return Response(status=204)


class MemberPhotoView(APIView):
    content_negotiation_class = AnyAccept

    @extend_schema(
        operation_id="see_member_photo", parameters=[DATE, SIZE],
        responses={(200, "image/webp"): OpenApiTypes.BINARY, 304: None},
    )  # fmt: skip
    def get(self, request: Request, challenge_id: UUID, person_id: UUID, **shown: Any) -> HttpResponse:
        """A member's photo of a date as WebP, for whoever may look at it now."""
        photo = get_member_photo(
            request.user, challenge_id, person_id, read_day(shown["date"]), shown["n"], now=clock.now()
        )
        return answer_bytes(request, photo, shown["size"])


def _page(viewer: Person, challenge_id: UUID) -> Response:
    now = clock.now()
    return Response(print_page(read_page(viewer, challenge_id, now=now), now=now))
