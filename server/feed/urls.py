"""Addresses of the feed app, under the API's prefix."""

from django.urls import path

from server.feed.api.changes import ChangesView
from server.feed.api.less import LessListView, LessView
from server.feed.api.reading import FeedView, RoundsView, TodayView

urlpatterns = [
    path("today", TodayView.as_view()),
    path("rounds", RoundsView.as_view()),
    path("feed", FeedView.as_view()),
    path("less", LessListView.as_view()),
    path("less/<uuid:habit_id>", LessView.as_view()),
    path("changes", ChangesView.as_view()),
]
