"""Photos: sent in whole, and shown only as part of a habit day, access checked at every read."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.path import DATE, read_day
from server.habits.api.shapes import CheckInShape, PhotoShape
from server.habits.printing_days import print_check_in, print_photo
from server.habits.selectors.days import get_visible_photo
from server.habits.services.check_in_changes import remove_photo
from server.habits.services.photos import receive_photo
from server.kernel.schema import made_by_phone, refuses
from server.media.models import Photo
from server.media.renderings import SIZES
from server.media.selectors import get_own_photo, open_rendition
from server.media.services import FOR_GOOD
from shared import clock, ids
from shared.codes import Code, Refused

DIGEST = OpenApiParameter(
    "X-Content-SHA256",
    {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"},
    OpenApiParameter.HEADER,
    required=True,
    description="SHA-256 of the body, hexadecimal",
)
SIZE = OpenApiParameter("size", int, OpenApiParameter.PATH, enum=SIZES, description="Longest side in pixels")
UNWELCOME = (*FOR_GOOD, Code.PHOTO_DIGEST_MISMATCH, Code.PHOTO_CONFLICT, Code.PHOTO_BUSY)
_SIZES = {str(size): size for size in SIZES}
MAX_AGE = 300
"""Seconds a phone may show a photo without asking again; also how long one may outlive a block on a screen."""


class AnyAccept(BaseContentNegotiation):
    """A client that accepts images only still gets its refusals as problem+json instead of a 406."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return renderers[0], renderers[0].media_type


class SourceSerializer(serializers.Serializer[Any]):
    source = serializers.ChoiceField(["camera", "library"], default="library")


class DigestSerializer(serializers.Serializer[Any]):
    sha256 = serializers.RegexField(r"\A[0-9a-f]{64}\Z")


class PhotoView(APIView):
    """One's own photo: sent as it is, then told what became of it."""

    @extend_schema(operation_id="read_photo", responses=PhotoShape)
    def get(self, request: Request, photo_id: UUID) -> Response:
        """What became of an upload of mine."""
        return Response(print_photo(get_own_photo(request.user.id, photo_id)))

    @extend_schema(
        operation_id="send_photo", parameters=[made_by_phone("photo_id"), DIGEST, SourceSerializer],
        request={"image/*": OpenApiTypes.BINARY}, responses=PhotoShape, **refuses(*UNWELCOME),
    )  # fmt: skip
    def put(self, request: Request, photo_id: UUID) -> Response:
        """Send a photo whole. The same bytes again are answered the same, a refusal for good included."""
        if not ids.is_uuid7(photo_id):
            raise Refused(Code.INVALID, "A photo's id is a UUIDv7.")
        photo = receive_photo(
            owner=request.user, photo_id=photo_id, stream=request, length=_announced_length(request),
            sha256=_digest(request), source=_source(request), now=clock.now(),
        )  # fmt: skip
        return Response(print_photo(photo))


class DayPhotoView(APIView):
    """One photo of a habit day."""

    @extend_schema(operation_id="remove_photo", parameters=[DATE], responses={200: CheckInShape})
    def delete(self, request: Request, habit_id: UUID, date: str, n: int) -> Response:
        """Delete a photo for good; the mark stays."""
        check_in = remove_photo(owner=request.user, habit_id=habit_id, date=read_day(date), n=n, now=clock.now())
        return Response(print_check_in(check_in, viewer=request.user))


class PhotoBytesView(APIView):
    """The bytes of one photo. No other address leads to them, and this one asks each time who may see it now."""

    content_negotiation_class = AnyAccept

    @extend_schema(
        operation_id="see_photo", parameters=[DATE, SIZE],
        responses={(200, "image/webp"): OpenApiTypes.BINARY, 304: None},
    )  # fmt: skip
    def get(self, request: Request, habit_id: UUID, date: str, n: int, size: str) -> HttpResponse:
        """The picture as WebP."""
        photo = get_visible_photo(request.user, habit_id, read_day(date), n)
        return answer_bytes(request, photo, size)


def answer_bytes(request: Request, photo: Photo, size: str) -> HttpResponse:
    """The bytes of a photo this person may see now, or that they are unchanged. Raises Refused(not_found)."""
    rendition = open_rendition(photo, _SIZES.get(size, 0))
    if {rendition.etag, "*"} & set(parse_etags(request.headers.get("If-None-Match", ""))):
        response: HttpResponse = HttpResponseNotModified()
    elif settings.PHOTO_ACCEL_PREFIX:
        response = HttpResponse(content_type="image/webp")
        response["X-Accel-Redirect"] = f"{settings.PHOTO_ACCEL_PREFIX.rstrip('/')}/{rendition.name}"
    else:
        response = HttpResponse(rendition.read(), content_type="image/webp")
    response["ETag"] = rendition.etag
    response["Cache-Control"] = f"private, max-age={MAX_AGE}"
    # Two people signed in on one device must not be shown each other's cached answers.
    response["Vary"] = "X-Session-Token"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _announced_length(request: Request) -> int | None:
    length = request.META.get("CONTENT_LENGTH") or ""
    return int(length) if length.isascii() and length.isdigit() else None


def _digest(request: Request) -> str:
    read = DigestSerializer(data={"sha256": request.headers.get("X-Content-SHA256", "").lower()})
    read.is_valid(raise_exception=True)
    return str(read.validated_data["sha256"])


def _source(request: Request) -> str:
    read = SourceSerializer(data=request.query_params.dict())
    read.is_valid(raise_exception=True)
    return str(read.validated_data["source"])
