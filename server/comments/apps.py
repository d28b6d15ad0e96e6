from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "server.comments"
    label = "comments"
