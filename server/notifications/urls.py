"""Addresses of the notifications app, under the API's prefix."""

from django.urls import path

from server.notifications.api.notices import NoticeReadView, NoticesView

urlpatterns = [
    path("notices", NoticesView.as_view()),
    path("notices/<uuid:notice_id>/read", NoticeReadView.as_view()),
]
