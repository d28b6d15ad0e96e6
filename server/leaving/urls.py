"""Addresses of the leaving app, under the API's prefix."""

from django.urls import path

from server.leaving.api.departure import DepartureView
from server.leaving.api.exports import ExportFileView, ExportsView, ExportView

urlpatterns = [
    path("exports", ExportsView.as_view()),
    path("exports/<uuid:export_id>", ExportView.as_view()),
    path("exports/<uuid:export_id>/file", ExportFileView.as_view()),
    path("departure", DepartureView.as_view()),
]
