"""Addresses of the comments app, under the API's prefix."""

from django.urls import path

from server.comments.api.comments import CommentsView, CommentView

DAY = "habits/<uuid:habit_id>/days/<str:date>"

urlpatterns = [
    path(f"{DAY}/comments", CommentsView.as_view()),
    path(f"{DAY}/comments/<uuid:comment_id>", CommentView.as_view()),
]
