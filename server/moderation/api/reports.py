"""PUT reports."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.said import Said
from server.kernel.schema import refuses
from server.moderation.models import Report
from server.moderation.services.reports import Complaint, file_report
from shared import clock, limits
from shared.codes import Code


class ReportShape(Said):
    id = serializers.UUIDField(read_only=True)
    subject = serializers.ChoiceField(Report.Subject.choices)
    subject_id = serializers.UUIDField()
    reason = serializers.ChoiceField(limits.REPORT_REASONS)
    note = serializers.CharField(max_length=limits.NOTE_MAX, allow_blank=True, default="")


class ReportView(APIView):
    @extend_schema(
        operation_id="file_report", request=ReportShape, responses={200: ReportShape, 201: ReportShape},
        **refuses(Code.CONFLICT),
    )  # fmt: skip
    def put(self, request: Request, report_id: UUID) -> Response:
        """Report what I may see: a day or what stands beside it, a person, an opened letter, words or a face.

        The id is made by the phone.
        """
        body = ReportShape(data=request.data)
        body.is_valid(raise_exception=True)
        complaint = Complaint(**body.validated_data)
        report, made = file_report(reporter=request.user, report_id=report_id, complaint=complaint, now=clock.now())
        return Response(ReportShape(report).data, status=201 if made else 200)
