"""Addresses of the nudges app, under the API's prefix."""

from django.urls import path

from server.nudges.api.nudges import NudgeView, WaitedForView

urlpatterns = [
    path("waited-for", WaitedForView.as_view()),
    path("habits/<uuid:habit_id>/days/<str:date>/nudge", NudgeView.as_view()),
]
