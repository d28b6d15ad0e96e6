"""Addresses of the moderation app, under the API's prefix."""

from django.urls import path

from server.moderation.api.reports import ReportView

urlpatterns = [path("reports/<uuid:report_id>", ReportView.as_view())]
