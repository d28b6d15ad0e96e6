"""Invites: the one way to become friends."""

from uuid import UUID

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.schema import refuses
from server.people.api.shapes import AcceptedShape, InvitesShape, NewInviteShape, PreviewShape
from server.people.printing import brief, print_invite
from server.people.selectors import open_invites
from server.people.services.invites import accept_invite, open_invite, read_invite, withdraw_invite
from shared import clock
from shared.codes import Code

UNACCEPTABLE = (Code.OWN_INVITE, Code.INVITE_EXPIRED, Code.NOT_CONFIRMED_YET)


class InvitesView(APIView):
    @extend_schema(operation_id="list_invites", responses=InvitesShape)
    def get(self, request: Request) -> Response:
        """My invites that somebody could still accept."""
        rows = open_invites(request.user, now=clock.now())
        return Response({"items": [print_invite(invite) for invite in rows]})

    @extend_schema(
        operation_id="open_invite",
        request=None,
        responses={201: NewInviteShape},
        **refuses(Code.TOO_MANY_INVITES, Code.NOT_CONFIRMED_YET),
    )
    def post(self, request: Request) -> Response:
        """A new link for one friend. It works once and for a week."""
        invite, token = open_invite(inviter=request.user, now=clock.now())
        link = {"token": token, "url": f"{settings.PUBLIC_URL}/i/{token}"}
        return Response({**print_invite(invite), **link}, status=201)


class InviteView(APIView):
    @extend_schema(operation_id="withdraw_invite", responses={204: None})
    def delete(self, request: Request, invite_id: UUID) -> Response:
        """Let a link work no longer."""
        withdraw_invite(inviter=request.user, invite_id=invite_id, now=clock.now())
        return Response(status=204)


class PreviewView(APIView):
    @extend_schema(operation_id="preview_invite", responses=PreviewShape, **refuses(*UNACCEPTABLE))
    def get(self, request: Request, token: str) -> Response:
        """Who is asking, before anything is decided."""
        invite = read_invite(viewer=request.user, token=token, now=clock.now())
        return Response({"inviter": brief(invite.inviter), "expires_at": invite.expires_at})


class AcceptView(APIView):
    @extend_schema(
        operation_id="accept_invite", request=None, responses=AcceptedShape,
        **refuses(*UNACCEPTABLE, Code.TOO_MANY_FRIENDS),
    )  # fmt: skip
    def post(self, request: Request, token: str) -> Response:
        """Become friends."""
        friend = accept_invite(person=request.user, token=token, now=clock.now())
        return Response({"friend": brief(friend)})
