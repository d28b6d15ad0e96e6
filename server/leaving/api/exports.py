"""One's own data, packed to take along."""

from uuid import UUID

from django.http import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.schema import made_by_phone, refuses
from server.leaving.api.shapes import ExportShape, ExportsShape
from server.leaving.downloads import answer_file
from server.leaving.printing import print_export
from server.leaving.selectors import exports_of, get_export
from server.leaving.services.exports import ask_export, open_export
from shared import clock
from shared.codes import Code


class ExportsView(APIView):
    @extend_schema(operation_id="list_exports", responses=ExportsShape)
    def get(self, request: Request) -> Response:
        """My exports, latest first."""
        return Response({"items": [print_export(export) for export in exports_of(request.user)]})


class ExportView(APIView):
    open_before_terms = True

    @extend_schema(operation_id="read_export", responses=ExportShape)
    def get(self, request: Request, export_id: UUID) -> Response:
        """How far it is: waiting, ready, stopped or expired."""
        return Response(print_export(get_export(request.user, export_id)))

    @extend_schema(
        operation_id="ask_export", parameters=[made_by_phone("export_id")], request=None,
        responses={200: ExportShape, 201: ExportShape}, **refuses(Code.EXPORT_RUNNING, Code.TOO_MANY_EXPORTS),
    )  # fmt: skip
    def put(self, request: Request, export_id: UUID) -> Response:
        """Pack everything I have here: one at a time, three a day. The id is made by the phone.

        The package holds my own data and photos. Others' words and photos are not in it, and people are named only
        while they are my friends. It is kept for seven days.
        """
        export, made = ask_export(person=request.user, export_id=export_id, now=clock.now())
        return Response(print_export(export), status=201 if made else 200)


class ExportFileView(APIView):
    @extend_schema(
        operation_id="fetch_export",
        responses={(200, "application/zip"): OpenApiTypes.BINARY, (206, "application/zip"): OpenApiTypes.BINARY},
        **refuses(Code.EXPORT_NOT_READY, Code.EXPORT_EXPIRED),
    )
    def get(self, request: Request, export_id: UUID) -> HttpResponseBase:
        """The zip file. A single byte range may be asked for, to go on where a fetch was cut off."""
        return answer_file(request, open_export(person=request.user, export_id=export_id, now=clock.now()))
