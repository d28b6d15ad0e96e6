"""Addresses of the nudges app, under the API's prefix."""

from django.urls import path

from server.nudges.api.nudges import NudgeFaceBytesView, NudgeFaceView, NudgeView, WaitedForView

DAY = "habits/<uuid:habit_id>/days/<str:date>"

urlpatterns = [
    path("waited-for", WaitedForView.as_view()),
    path(f"{DAY}/nudge", NudgeView.as_view()),
    path(f"{DAY}/nudges/<uuid:person_id>", NudgeFaceView.as_view()),
    path(f"{DAY}/nudges/<uuid:person_id>/<str:size>", NudgeFaceBytesView.as_view()),
]
