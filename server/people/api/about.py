"""Who runs this Kith: what anybody may know before they sign up."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.people.api.account_shapes import AboutShape
from server.people.terms import read_document, version_in_force


class AboutView(APIView):
    """Asked before anybody is signed in, so a token is not even looked at."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="read_about", responses=AboutShape, auth=[])
    def get(self, request: Request) -> Response:
        """The operator, how to reach them, and the texts in force."""
        version = version_in_force()
        return Response({
            "operator": settings.OPERATOR_NAME, "contact": settings.OPERATOR_CONTACT, "terms_version": version,
            "terms_url": f"{settings.PUBLIC_URL}/legal/terms-{version}",
            "privacy_url": f"{settings.PUBLIC_URL}/legal/privacy-{version}",
            "open_sign_up": settings.OPEN_SIGN_UP,
        })  # fmt: skip


def show_document(request: HttpRequest, document: str, version: int) -> HttpResponse:
    """One of the texts, for a browser and for the phone alike."""
    text = read_document(document, version)
    if text is None:
        raise Http404
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
